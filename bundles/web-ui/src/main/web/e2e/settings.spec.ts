import type { Health } from '../src/api/model';
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
  const { parts } = (await (await page.request.get('/api/v1/health')).json()) as Health;
  expect(Object.values(parts).filter((part) => part.status !== 'ok' && !/[ぁ-ん]/.test(part.text.ja)), 'parts that speak English only').toEqual([]);
});

test('what is wrong with the system is said in the language of the person', async ({ page, api }) => {
  await page.route('**/api/v1/health', (route) => route.fulfill({ json: {
    status: 'warning', live: true, ready: true,
    parts: { disk: { status: 'warning', message: '900 MB free. Make room soon.', text: { ja: '空き容量は 900 MBです。', en: '900 MB free. Make room soon.' } } },
  } }));
  await page.goto('/health');
  await expect(page.getByRole('main')).toContainText('空き容量は 900 MBです。');
  await expect(page.getByRole('main')).not.toContainText('Make room');
  await api.language('en');
  await page.reload();
  await expect(page.getByRole('main')).toContainText('Make room soon.');
  await api.language('ja');
});
