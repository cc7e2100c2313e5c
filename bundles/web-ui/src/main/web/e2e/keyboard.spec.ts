import { expect, test } from './fixtures';

test('a ledger works by keys alone', async ({ page, sample }) => {
  await page.goto(`/ledgers/${sample.ledger}`);
  await expect(page.getByRole('table')).toBeVisible();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  const detail = page.getByRole('complementary', { name: '詳細' });
  await expect(detail.getByRole('heading', { level: 2 })).toBeVisible();
  const first = new URL(page.url()).searchParams.get('open');
  await page.keyboard.press('j');
  await expect.poll(() => new URL(page.url()).searchParams.get('open')).not.toBe(first);
  await page.keyboard.press('k');
  await expect.poll(() => new URL(page.url()).searchParams.get('open')).toBe(first);
  await page.keyboard.press('Escape');
  await expect(detail).toBeHidden();
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox', { name: /検索/ })).toBeFocused();
  await page.keyboard.type('jjj?');
  await expect(page.getByRole('searchbox', { name: /検索/ })).toHaveValue('jjj?');
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'キーボード操作' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('edit and cancel by keys', async ({ page, sample }) => {
  await page.goto(`/records/${sample.id}`);
  await expect(page.getByRole('button', { name: '編集', exact: true })).toBeVisible();
  await page.keyboard.press('e');
  await expect(page.getByRole('button', { name: '保存', exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'キャンセル' }).click();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/\/ledgers\//);
});

test('commands go anywhere', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('Control+k');
  const input = page.getByRole('combobox', { name: /操作や書類/ });
  await expect(input).toBeFocused();
  await input.fill('設定');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/settings$/);
});

test('Enter of an input method does not search', async ({ page, sample }) => {
  await page.goto(`/ledgers/${sample.ledger}`);
  const box = page.getByRole('searchbox', { name: /検索/ });
  await box.fill('けいやく');
  const prevented = await box.evaluate((input) => !input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, keyCode: 229, bubbles: true, cancelable: true })));
  expect(prevented).toBe(true);
  await expect(page).not.toHaveURL(/q=/);
});
