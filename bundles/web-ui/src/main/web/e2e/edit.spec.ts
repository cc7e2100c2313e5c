import { expect, test, watchErrors } from './fixtures';

test('an edit is saved, shown, and stands in the history', async ({ page, sample, api }) => {
  const errors = watchErrors(page);
  const detail = await api.detail(sample.id);
  const field = detail.fields.find((f) => f.type === 'TEXT')!;
  const text = `Edited ${Date.now()}`;
  await page.goto(`/records/${sample.id}`);
  await page.getByRole('button', { name: '編集', exact: true }).click();
  await page.getByLabel(field.label.ja, { exact: true }).fill(text);
  await page.getByLabel('メモ').fill('二行の\nメモ');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('保存しました。')).toBeVisible();
  const saved = await api.detail(sample.id);
  expect(saved.present[field.id]?.value).toMatchObject({ type: 'TEXT', text });
  expect(saved.memo).toBe('二行の\nメモ');
  await page.getByRole('tab', { name: '編集履歴' }).click();
  await expect(page.getByRole('tabpanel')).toContainText(text);
  expect(errors).toEqual([]);
});

test('a day that cannot be read stays, is said to be wrong, and gets the focus', async ({ page, sample, api }) => {
  const detail = await api.detail(sample.id);
  const field = detail.fields.find((f) => f.type === 'DATE')!;
  await page.goto(`/records/${sample.id}`);
  await page.getByRole('button', { name: '編集', exact: true }).click();
  const input = page.getByLabel(field.label.ja, { exact: true });
  await input.fill('2023年2月30日');
  await page.getByLabel('メモ').fill('日付の確認');
  await expect(page.getByText('日付として読み取れません。')).toBeVisible();
  await expect(input).toHaveValue('2023年2月30日');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('赤く示した項目を直してください')).toBeVisible();
  await expect(input).toBeFocused();
  await input.fill('令和5年3月1日');
  await page.getByLabel('メモ').focus();
  await expect(input).toHaveValue('2023/03/01');
  await expect(page.getByText('日付として読み取れません。')).toHaveCount(0);
  await page.keyboard.press('Control+s');
  await expect(page.getByText('保存しました。')).toBeVisible();
  expect((await api.detail(sample.id)).present[field.id]?.value).toMatchObject({ date: '2023-03-01' });
  await api.edit(sample.id, { values: { [field.id]: detail.present[field.id]?.value ?? null } });
});

test('what one action changed stands together in the history', async ({ page, sample, api }) => {
  const detail = await api.detail(sample.id);
  const [one, two] = detail.fields.filter((f) => f.type === 'DATE').slice(0, 2);
  await api.edit(sample.id, { values: { [one!.id]: { type: 'DATE', date: '2031-01-02' }, [two!.id]: { type: 'DATE', date: '2031-01-03' } } });
  await page.goto(`/records/${sample.id}`);
  await page.getByRole('tab', { name: '編集履歴' }).click();
  const action = page.getByRole('tabpanel').getByRole('listitem').filter({ hasText: '2031/01/02' });
  await expect(action).toHaveCount(1);
  await expect(action).toContainText('2031/01/03');
  await api.edit(sample.id, { values: { [one!.id]: detail.present[one!.id]?.value ?? null, [two!.id]: detail.present[two!.id]?.value ?? null } });
});

test('when someone was faster nothing is overwritten unseen', async ({ page, sample, api }) => {
  const detail = await api.detail(sample.id);
  const field = detail.fields.find((f) => f.type === 'TEXT')!;
  await page.goto(`/records/${sample.id}`);
  await page.getByRole('button', { name: '編集', exact: true }).click();
  await page.getByLabel(field.label.ja, { exact: true }).fill('Mine');
  await api.edit(sample.id, { values: { [field.id]: { type: 'TEXT', text: 'Theirs' } }, memo: 'their memo' });
  await page.getByRole('button', { name: '保存', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'ほかの人が先に保存しました' });
  await expect(dialog).toContainText('Theirs');
  expect((await api.detail(sample.id)).present[field.id]?.value).toMatchObject({ text: 'Theirs' });
  await expect(dialog.getByRole('button', { name: 'この内容で保存' })).toBeDisabled();
  await dialog.getByRole('radio', { name: /自分の入力/ }).click();
  await dialog.getByRole('button', { name: 'この内容で保存' }).click();
  await expect(page.getByText('保存しました。')).toBeVisible();
  const saved = await api.detail(sample.id);
  expect(saved.present[field.id]?.value).toMatchObject({ text: 'Mine' });
  expect(saved.memo).toBe('their memo');
});

test('unsaved changes are not lost by going elsewhere', async ({ page, sample }) => {
  await page.goto(`/records/${sample.id}`);
  await page.getByRole('button', { name: '編集', exact: true }).click();
  await page.getByLabel('メモ').fill('まだ保存していない');
  await page.getByRole('link', { name: 'ホーム', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: '保存していない変更があります' });
  await dialog.getByRole('button', { name: '編集を続ける' }).click();
  await expect(page.getByLabel('メモ')).toHaveValue('まだ保存していない');
  await page.getByRole('link', { name: 'ホーム', exact: true }).click();
  await dialog.getByRole('button', { name: '変更を破棄' }).click();
  await expect(page).toHaveURL(/\/$/);
});

test('a cleared required field makes the record incomplete until a user says it is complete', async ({ page, sample, api }) => {
  const detail = await api.detail(sample.id);
  const field = detail.fields.find((f) => f.required && f.type === 'TEXT')!;
  await page.goto(`/records/${sample.id}`);
  await page.getByRole('button', { name: '編集', exact: true }).click();
  await page.getByLabel(field.label.ja, { exact: true }).fill('');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByRole('button', { name: '入力状態を完了にする' }).click();
  await expect(page.getByText('入力完了にしました。')).toBeVisible();
  await expect.poll(async () => (await api.detail(sample.id)).record.state).toBe('COMPLETE');
  await page.getByRole('button', { name: '入力完了を取り消す' }).click();
  await expect.poll(async () => (await api.detail(sample.id)).record.state).toBe('INCOMPLETE');
  await api.edit(sample.id, { values: { [field.id]: { type: 'TEXT', text: 'Service Agreement' } } });
});

test('a change made elsewhere shows by itself', async ({ page, sample, api }) => {
  await page.goto(`/records/${sample.id}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const memo = `live ${Date.now()}`;
  await api.edit(sample.id, { memo });
  await expect(page.getByText(memo)).toBeVisible();
});
