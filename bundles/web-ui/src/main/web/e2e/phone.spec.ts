import { expect, test, watchErrors } from './fixtures';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

test('no page is wider than a phone', async ({ page, sample }) => {
  for (const path of ['/', `/ledgers/${sample.ledger}`, `/records/${sample.id}`, '/settings', '/health', '/nowhere']) {
    await page.goto(path);
    await expect(page.getByRole('heading').first()).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(390);
  }
});

test('the list is cards, the detail a page, the menu a drawer', async ({ page, sample }) => {
  const errors = watchErrors(page);
  await page.goto('/');
  await page.getByRole('button', { name: 'メニューを開く' }).tap();
  await page.getByRole('dialog').getByRole('link', { name: '契約書' }).tap();
  await expect(page).toHaveURL(/\/ledgers\//);
  await page.goto(`/ledgers/${sample.ledger}?q=${sample.mark}`);
  await expect(page.getByRole('table')).toHaveCount(0);
  await page.getByRole('main').getByRole('listitem').getByRole('link').first().tap();
  await expect(page).toHaveURL(/\/records\//);
  await page.getByText('プレビュー', { exact: true }).tap();
  await expect(page.locator('[data-page="1"]')).toBeVisible();
  await page.getByRole('button', { name: '一覧へ戻る' }).tap();
  await expect(page).toHaveURL(/\/ledgers\//);
  expect(errors).toEqual([]);
});
