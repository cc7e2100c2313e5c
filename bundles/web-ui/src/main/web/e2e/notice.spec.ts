import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, operatorTest, test, watchErrors } from './fixtures';

async function accessible(page: Page, what: string) {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .disableRules(['landmark-no-duplicate-banner', 'landmark-unique'])
    .analyze();
  expect.soft(violations.map((v) => `${what}: ${v.id} ${v.nodes.map((n) => n.target.join(' ')).join(' | ')}`)).toEqual([]);
}

operatorTest.use({ contextOptions: { reducedMotion: 'reduce' } });

operatorTest('a notice is written, read by people, changed and withdrawn', async ({ page, browser, session }) => {
  operatorTest.slow();
  const errors = watchErrors(page);
  const title = `点検のお知らせ ${Date.now().toString(36)}`;
  await page.goto('/admin/notices');
  await page.getByRole('button', { name: 'お知らせを書く' }).click();
  const form = page.getByRole('dialog');
  await form.getByRole('button', { name: '保存' }).click();
  await expect(form.getByText('件名を入力してください。')).toBeVisible();
  await accessible(page, 'form');
  await form.getByLabel('件名（日本語）').fill(title);
  await form.getByLabel('本文（日本語）').fill('土曜日の夜に停止します。\n<b>ご了承</b>ください。');
  await form.getByLabel('表示の終了').fill('2020-01-01T00:00');
  await form.getByRole('button', { name: '保存' }).click();
  await expect(form.getByText('終了は、開始より後にしてください。')).toBeVisible();
  await form.getByLabel('表示の終了').fill('2099-01-01T00:00');
  // A double click is one order.
  await form.getByRole('button', { name: '保存' }).dblclick();
  const entry = page.getByRole('listitem').filter({ hasText: title });
  await expect(entry).toHaveCount(1);
  await expect(entry).toContainText('表示中');
  await expect(entry).toContainText('すべての企業');
  await accessible(page, 'board');

  const context = await browser.newContext({ storageState: session.state, ignoreHTTPSErrors: true, locale: 'ja-JP', viewport: { width: 390, height: 844 } });
  const reader = await context.newPage();
  const readerErrors = watchErrors(reader);
  await reader.goto('/');
  await reader.getByRole('link', { name: title }).click();
  const notice = reader.getByRole('listitem').filter({ hasText: title });
  await expect(notice).toContainText('新着');
  await expect(notice).toContainText('<b>ご了承</b>ください。');
  await accessible(reader, 'notices on a phone');
  await expect.poll(async () => {
    const all = (await (await context.request.get('/api/v1/notices')).json()) as { title: string; fresh: boolean }[];
    return all.find((one) => one.title === title)?.fresh;
  }).toBe(false);
  await reader.reload();
  await expect(notice).toBeVisible();
  await expect(notice).not.toContainText('新着');

  await page.getByRole('button', { name: `「${title}」を編集` }).click();
  await form.getByLabel('件名（日本語）').fill(`${title} 改`);
  await form.getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: `${title} 改` })).toBeVisible();
  await page.getByRole('button', { name: `「${title} 改」を取り下げる` }).click();
  await page.getByRole('dialog').getByRole('button', { name: '取り下げる', exact: true }).click();
  await expect(page.getByRole('listitem').filter({ hasText: title })).toHaveCount(0);
  await reader.reload();
  await expect(reader.getByRole('heading', { level: 1, name: 'お知らせ' })).toBeVisible();
  await expect(reader.getByText(title)).toHaveCount(0);
  await context.close();
  expect([...errors, ...readerErrors]).toEqual([]);
});

test('notices are reached from the bell of every page', async ({ page }) => {
  await page.goto('/settings');
  await page.getByRole('link', { name: /お知らせ/ }).first().click();
  await expect(page).toHaveURL(/\/notices/);
  // The tooltip of the bell goes with the mouse.
  await page.mouse.move(600, 600);
  await expect(page.getByRole('tooltip')).toHaveCount(0);
  await accessible(page, 'notices');
});
