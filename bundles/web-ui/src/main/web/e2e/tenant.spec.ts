import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { adminTest, expect, operatorTest, watchErrors } from './fixtures';

async function accessible(page: Page, what: string) {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .disableRules(['landmark-no-duplicate-banner', 'landmark-unique'])
    .analyze();
  expect.soft(violations.map((v) => `${what}: ${v.id} ${v.nodes.map((n) => n.target.join(' ')).join(' | ')}`)).toEqual([]);
}

const mark = () => Date.now().toString(36).toUpperCase();
const PHONE = { width: 390, height: 844 };
/** Nothing may make the page itself wider than the screen. */
const fits = (page: Page) => expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(true);

for (const test of [adminTest, operatorTest]) test.use({ contextOptions: { reducedMotion: 'reduce' } });

adminTest('an administrator sees the plan and what is used of it', async ({ page }) => {
  const errors = watchErrors(page);
  await page.goto('/admin/plan');
  await expect(page.getByRole('heading', { level: 1, name: 'プランと利用状況' })).toBeVisible();
  await expect(page.getByText(/年\d+月の登録件数/)).toBeVisible();
  await expect(page.getByText('同時に利用中')).toBeVisible();
  await expect(page.getByRole('row', { name: /1か月の登録件数/ })).toContainText('1,000');
  await accessible(page, 'plan');
  await page.setViewportSize(PHONE);
  await expect(page.getByText('同時に利用中')).toBeVisible();
  await fits(page);
  await accessible(page, 'plan on a phone');
  expect(errors).toEqual([]);
});

adminTest('an administrator changes the form of user IDs', async ({ page }) => {
  const errors = watchErrors(page);
  await page.goto('/admin/settings');
  const pattern = page.getByLabel('ユーザーIDの形式');
  const before = await pattern.inputValue();
  await pattern.fill('{number}{code}');
  await page.getByRole('button', { name: '設定を保存' }).click();
  await expect(page.getByText('と、その後ろに')).toBeVisible();
  await accessible(page, 'settings');
  await pattern.fill('{code}_{number}');
  await expect(page.getByText(/例：\S+_01/)).toBeVisible();
  await page.getByRole('button', { name: '設定を保存' }).click();
  await expect(page.getByText('設定を保存しました')).toBeVisible();
  await page.reload();
  await expect(pattern).toHaveValue('{code}_{number}');
  await pattern.fill(before);
  await page.getByRole('button', { name: '設定を保存' }).click();
  await expect(page.getByRole('button', { name: '設定を保存' })).toBeDisabled();
  await page.setViewportSize(PHONE);
  await fits(page);
  expect(errors).toEqual([]);
});

operatorTest('an operator makes a company, changes, suspends and opens it', async ({ page }) => {
  operatorTest.slow();
  const errors = watchErrors(page);
  const code = `E${mark()}`;
  // The mock has no operator who sees nothing else.
  await page.goto(process.env.FUMIKURA_URL === undefined ? '/admin/tenants' : '/');
  await expect(page).toHaveURL(/\/admin\/tenants/);
  await expect(page.getByRole('table')).toBeVisible();
  await accessible(page, 'companies');

  await page.getByRole('button', { name: '企業を登録' }).click();
  const pane = page.getByRole('dialog');
  await pane.getByLabel('企業コード').fill('-x');
  await pane.getByRole('button', { name: '登録', exact: true }).click();
  await expect(pane.getByText('半角の英字・数字・ハイフンの2〜20文字で入力してください。')).toBeVisible();
  await expect(pane.getByText('企業名を入力してください。')).toBeVisible();
  await accessible(page, 'form');
  await pane.getByLabel('企業コード').fill(code);
  await pane.getByLabel('企業名').fill(`試験商事 ${code}`);
  await pane.getByLabel('プラン').selectOption('light');
  await pane.getByLabel('氏名').fill('初代 管理');
  await pane.getByRole('textbox', { name: /^メール/ }).fill(`${code.toLowerCase()}@example.com`);
  await pane.getByRole('button', { name: '登録', exact: true }).click();
  await expect(pane.getByRole('heading', { name: `試験商事 ${code}` })).toBeVisible();
  await expect(pane.getByText('利用中').first()).toBeVisible();

  await pane.getByRole('tab', { name: '利用状況' }).click();
  await expect(pane.getByText('/ 100')).toBeVisible();
  await accessible(page, 'usage');
  await pane.getByRole('tab', { name: '企業設定' }).click();
  await pane.getByLabel('ユーザーIDの形式').fill('{code}-{number}');
  await pane.getByRole('button', { name: '設定を保存' }).click();
  await expect(page.getByText('設定を保存しました')).toBeVisible();
  await accessible(page, 'settings');
  await pane.getByRole('tab', { name: '基本情報' }).click();
  await pane.getByLabel('プラン').selectOption('business');
  await pane.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByText(`試験商事 ${code} の情報を保存しました`)).toBeVisible();

  await pane.getByRole('button', { name: '利用を停止' }).click();
  const ask = page.getByRole('dialog').filter({ hasText: '停止しますか' });
  await ask.getByLabel('理由').fill('試験のため');
  await accessible(page, 'ask');
  await ask.getByRole('button', { name: '利用を停止' }).click();
  await expect(pane.getByText('停止中').first()).toBeVisible();
  await expect(pane.getByText('試験のため')).toBeVisible();
  await pane.getByRole('button', { name: '利用を再開' }).click();
  await page.getByRole('dialog').filter({ hasText: '再開しますか' }).getByRole('button', { name: '利用を再開' }).click();
  await expect(pane.getByRole('button', { name: '利用を停止' })).toBeVisible();
  await page.getByRole('button', { name: '閉じる' }).first().click();

  await page.getByRole('searchbox', { name: 'コード・名称で探す' }).fill(code);
  await expect(page.getByRole('row').filter({ hasText: code })).toHaveCount(1);
  await expect(page.getByRole('row').filter({ hasText: code })).toContainText('ビジネス');
  await page.setViewportSize(PHONE);
  await expect(page.getByRole('listitem').filter({ hasText: code })).toBeVisible();
  await fits(page);
  await accessible(page, 'companies on a phone');
  expect(errors).toEqual([]);
});

operatorTest('an operator sees which plugins run', async ({ page }) => {
  const errors = watchErrors(page);
  await page.goto('/admin/plugins');
  await expect(page.getByRole('listitem').filter({ hasText: 'plan-standard' }).or(page.getByRole('listitem').filter({ hasText: 'plan.standard' })).first()).toBeVisible();
  await accessible(page, 'plugins');
  await page.setViewportSize(PHONE);
  await fits(page);
  expect(errors).toEqual([]);
});

operatorTest('people of a suspended company are told why they do not come in', async ({ page, request, operator, browser }) => {
  operatorTest.skip(process.env.FUMIKURA_URL === undefined, 'needs mails of a platform');
  const code = `S${mark()}`;
  const headers = { 'X-CSRF-Token': operator.csrf };
  const mail = `${code.toLowerCase()}@example.com`;
  const made = await request.post('/api/v1/tenants', { headers, data: { code, name: '停止商事', plan: 'standard', administrator: { name: '花子', mail } } });
  expect(made.status(), await made.text()).toBe(201);
  const { id, version } = (await made.json()) as { id: string; version: number };
  const { mails } = (await (await request.get(`/api/v1/mails?recipient=${mail}`)).json()) as { mails: { id: string; template: string }[] };
  const { text } = (await (await request.get(`/api/v1/mails/${mails.find((one) => one.template === 'initial-password')!.id}`)).json()) as { text: string };
  const password = /パスワード: (\S+)/.exec(text)![1]!;
  const shut = await request.put(`/api/v1/tenants/${id}/state`, { headers: { ...headers, 'If-Match': `"${version}"` }, data: { state: 'SUSPENDED' } });
  expect(shut.status(), await shut.text()).toBe(200);

  await page.close();
  const context = await browser.newContext({ storageState: { cookies: [], origins: [] }, ignoreHTTPSErrors: true, locale: 'ja-JP' });
  const stranger = await context.newPage();
  await stranger.goto('/signin');
  await stranger.getByLabel('ユーザーIDまたはメールアドレス').fill(mail);
  await stranger.locator('input[name=password]').fill(password);
  await stranger.getByRole('button', { name: 'サインイン', exact: true }).click();
  await expect(stranger.getByText('貴社のご利用は停止中か、終了しています')).toBeVisible();
  await context.close();
});
