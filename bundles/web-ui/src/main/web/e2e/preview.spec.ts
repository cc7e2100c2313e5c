import { expect, test, watchErrors } from './fixtures';

const inView = (selector: string) => `(() => { const v = document.querySelector('[role=region][aria-label="書類のページ"]').getBoundingClientRect(); const b = document.querySelector('${selector}')?.getBoundingClientRect(); return !!b && b.top >= v.top && b.bottom <= v.bottom; })()`;

test('choosing a field scrolls to its place, and choosing a place finds its field', async ({ page, api, sample }) => {
  const errors = watchErrors(page);
  const detail = await api.detail(sample.id);
  const placed = detail.fields.filter((f) => detail.present[f.id]?.evidence[0]?.boxes.length);
  expect(placed.length, 'fields with a place on the page').toBeGreaterThan(1);
  const [one, two] = [placed[0]!, placed.at(-1)!];
  await page.goto(`/records/${sample.id}`);
  await page.getByRole('button', { name: new RegExp(`^${two.label.ja}の解析箇所を表示`) }).click();
  await expect(page.locator(`[data-place="${two.id}"][data-active]`).first()).toBeVisible();
  await expect.poll(() => page.evaluate(inView(`[data-place="${two.id}"][data-active]`))).toBe(true);
  await page.getByRole('button', { name: new RegExp(`^${one.label.ja}の解析箇所を表示`) }).click();
  await expect.poll(() => page.evaluate(inView(`[data-place="${one.id}"][data-active]`))).toBe(true);
  // and the other way round, with the mouse on the page itself
  const place = page.locator(`[data-place="${two.id}"]`).first();
  await place.scrollIntoViewIfNeeded();
  const box = (await place.boundingBox())!;
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await expect(page.locator(`[data-field="${two.id}"][data-active]`)).toBeVisible();
  expect(errors).toEqual([]);
});

test('pages are counted, zoomed, fitted and turned', async ({ page, sample, api }) => {
  const { pages } = await api.detail(sample.id);
  await page.goto(`/records/${sample.id}`);
  await expect(page.getByText(`/ ${pages}`, { exact: true })).toBeVisible();
  const first = page.locator('[data-page="1"]');
  const width = async () => (await first.boundingBox())!.width;
  const fitted = await width();
  await page.getByRole('button', { name: '縮小' }).click();
  await expect.poll(width).toBeLessThan(fitted);
  await page.getByRole('button', { name: '幅に合わせる' }).click();
  await expect.poll(width).toBe(fitted);
  await page.getByRole('button', { name: '右に回転' }).click();
  await expect.poll(async () => { const b = (await first.boundingBox())!; return b.width > b.height; }).toBe(true);
  if (pages > 1) {
    await page.getByLabel('ページ番号').fill('2');
    await page.keyboard.press('Enter');
    await expect(page.getByLabel('ページ番号')).toHaveValue('2');
  }
});

test('a text is found in the document, hit by hit', async ({ page, sample }) => {
  await page.goto(`/records/${sample.id}`);
  await page.getByRole('button', { name: '書類内を検索' }).click();
  await page.getByRole('searchbox', { name: '書類内を検索' }).fill('General');
  await expect(page.getByText('1 / 20', { exact: true })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByText('2 / 20', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: '前の一致' }).click();
  await page.getByRole('button', { name: '前の一致' }).click();
  await expect(page.getByText('20 / 20', { exact: true })).toBeVisible();
  await expect.poll(async () => Number(await page.getByLabel('ページ番号').inputValue())).toBeGreaterThan(1);
});

test('selected text can be copied, and put into a field', async ({ page, sample, context, api }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const detail = await api.detail(sample.id);
  const date = detail.fields.find((f) => f.type === 'DATE' && f.role === 'MAIN')!;
  await page.goto(`/records/${sample.id}`);
  await page.getByText(/made as of March 14, 2025/).first().waitFor({ state: 'attached' });
  await page.evaluate(() => {
    const run = [...document.querySelectorAll('[data-start]')].find((e) => e.textContent?.includes('March 14, 2025'))!;
    const node = run.firstChild!;
    const from = node.textContent!.indexOf('March 14');
    window.getSelection()!.setBaseAndExtent(node, from, node, from + 'March 14, 2025'.length);
  });
  const bar = page.getByRole('toolbar', { name: '選択した文字' });
  await bar.getByRole('button', { name: 'コピー' }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('March 14, 2025');
  await page.evaluate(() => {
    const run = [...document.querySelectorAll('[data-start]')].find((e) => e.textContent?.includes('March 14, 2025'))!;
    const node = run.firstChild!;
    const from = node.textContent!.indexOf('March 14');
    window.getSelection()!.setBaseAndExtent(node, from, node, from + 'March 14, 2025'.length);
  });
  await bar.getByRole('button', { name: '項目に入れる' }).click();
  await page.getByRole('menuitem', { name: new RegExp(`${date.label.ja} に入れる`) }).click();
  await expect(page.getByLabel(date.label.ja, { exact: true })).toHaveValue('2025/03/14');
  await page.getByRole('button', { name: 'キャンセル' }).click();
});

test('a derived value tells how it came about, step by step', async ({ page, sample, api }) => {
  const detail = await api.detail(sample.id);
  const derived = detail.fields.find((f) => detail.present[f.id]?.derivation);
  test.skip(!derived, 'the sample has no derived value');
  await page.goto(`/records/${sample.id}`);
  const row = page.locator(`[data-field="${derived!.id}"]`);
  await row.getByRole('button', { name: '導出' }).click();
  await expect(row).toContainText(detail.present[derived!.id]!.derivation!.rule.ja);
  await expect(row.getByRole('listitem')).toHaveCount(detail.present[derived!.id]!.derivation!.fields.length);
});

test('printing puts every page of the document, and nothing of the application, on paper of its size', async ({ page, sample, api }) => {
  const { pages } = await api.detail(sample.id);
  await page.addInitScript(() => { window.print = () => { document.documentElement.dataset.printed = 'yes'; }; });
  await page.goto(`/records/${sample.id}`);
  await page.getByRole('button', { name: '印刷' }).click();
  const dialog = page.getByRole('dialog', { name: '印刷' });
  await dialog.getByRole('button', { name: '印刷' }).click();
  await expect(page.locator('html[data-printed]')).toBeAttached();
  // Paper is as narrow as a small screen; that must not change what is printed.
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 794, height: 1123 });
  const sheets = page.locator('body > [aria-hidden] > div > img');
  await expect(sheets).toHaveCount(pages);
  await expect(sheets.last()).toBeVisible();
  await expect(page.locator('#root'), 'the application').toBeHidden();
  await expect(dialog).toBeHidden();
  await page.emulateMedia({ media: null });
  const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(paper.match(/\/Type \/Page\b(?!s)/g)?.length, 'sheets').toBe(pages);
  const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(paper)!;
  expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([595, 842]);
  await expect(page.locator('#root'), 'the application after printing').toBeVisible();
});
