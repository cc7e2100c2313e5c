import { expect, test } from './fixtures';

test('a token is made, shown once, and revoked', async ({ page, playwright, baseURL }) => {
  const bare = await playwright.request.newContext({ baseURL: baseURL!, storageState: { cookies: [], origins: [] }, ignoreHTTPSErrors: true });
  const name = `e2e ${Date.now()}`;
  await page.goto('/settings');
  await page.getByLabel('トークンの名前').fill(name);
  await page.getByRole('button', { name: '作成' }).click();
  const secret = await page.locator('code').filter({ hasText: /^fk_/ }).innerText();
  const answer = await bare.get('/api/v1/ledgers', { headers: { Authorization: `Bearer ${secret}`} });
  expect(answer.status()).toBe(200);
  await page.reload();
  await expect(page.getByRole('row').filter({ hasText: name })).toBeVisible();
  await expect(page.getByText(secret)).toHaveCount(0);
  await page.getByRole('button', { name: `${name} を無効にする` }).click();
  await page.getByRole('dialog').getByRole('button', { name: '無効にする' }).click();
  await expect(page.getByRole('row').filter({ hasText: name })).toHaveCount(0);
});

test('language, colours and dates change at once and stay', async ({ page, api }) => {
  await page.goto('/settings');
  await page.getByRole('radio', { name: 'English' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Settings');
  await page.getByText('Dark', { exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Settings');
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await api.language('ja');
});

test('system health names its parts', async ({ page }) => {
  await page.goto('/health');
  await expect(page.getByRole('main').getByRole('listitem').first()).toContainText(/正常|注意|異常/);
  await expect(page.getByRole('main')).toContainText('データベース');
});
