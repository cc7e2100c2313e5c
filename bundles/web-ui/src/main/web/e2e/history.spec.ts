import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { adminTest as test, expect, watchErrors } from './fixtures';
import { sampleContract } from './pdf';

async function accessible(page: Page) {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  expect.soft(violations.map((v) => `${v.id} ${v.nodes.map((n) => n.target.join(' ')).join(' | ')}`)).toEqual([]);
}

test('what was done stands in the history, with filters and pages', async ({ page, api }) => {
  const errors = watchErrors(page);
  const mark = `history${Date.now().toString(36)}`;
  const memo = `履歴の確認 ${mark}`;
  const { id } = await api.upload(`Service Agreement ${mark}.pdf`, sampleContract(mark));
  await api.settled(id);
  await api.edit(id, { memo });
  await page.goto('/');
  await page.getByRole('link', { name: '管理' }).click();
  await page.getByRole('navigation', { name: '管理のページ' }).getByRole('link', { name: '履歴' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('履歴');
  const row = page.getByRole('row').filter({ hasText: memo });
  await expect(row).toContainText('編集');
  await expect(row).toContainText('メモ');
  await expect(row).toContainText('127.0.0.1');
  await accessible(page);
  await page.getByLabel('操作', { exact: true }).selectOption('record.registered');
  await expect(page).toHaveURL(/action=record\.registered/);
  await expect(row).toHaveCount(0);
  await expect(page.getByRole('row').filter({ hasText: 'ハッシュ値' }).first()).toBeVisible();
  await page.goto('/admin/history?from=2001-01-01&until=2001-01-02');
  await expect(page.getByText('条件に合う記録はありません')).toBeVisible();
  await page.getByRole('button', { name: '条件を解除' }).click();
  await expect(row).toBeVisible();
  await row.getByRole('link').click();
  await expect(page).toHaveURL(new RegExp(`/records/${id}`));
  expect(errors).toEqual([]);
});

test('what was done is told in words, not in codes', async ({ page, api }) => {
  test.skip(process.env.FUMIKURA_URL === undefined, 'the mock writes entries of its own');
  const mark = `words${Date.now().toString(36)}`;
  await api.settled((await api.upload(`Service Agreement ${mark}.pdf`, sampleContract(mark))).id);
  await page.goto('/admin/history?action=signin.succeeded');
  await expect(page.getByRole('row').filter({ hasText: '段階' }).filter({ hasText: '完了' }).first()).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: /FULL|SECOND_FACTOR/ })).toHaveCount(0);
  await page.goto('/admin/history?action=record.extracted');
  const row = page.getByRole('row').filter({ hasText: mark });
  await row.getByRole('button', { name: /すべて表示/ }).click();
  await expect(row).toContainText(/\d{4}\/\d\d\/\d\d/);
  await expect(row.locator('ins').filter({ hasText: /^(P\d+[DMY]|true|false|\d{4}-\d\d-\d\d)$/ })).toHaveCount(0);
});

test('the history is stamped, verified, and taken away', async ({ page }) => {
  const errors = watchErrors(page);
  await page.goto('/admin/history');
  await page.getByRole('link', { name: '履歴の検証' }).click();
  await page.getByRole('button', { name: '今すぐ付ける' }).click();
  await expect(page.getByText(/タイムスタンプ第\d+号を付けました/)).toBeVisible();
  await expect(page.getByText(/^第\d+号$/).first()).toBeVisible();
  await page.getByRole('checkbox', { name: /ファイルもすべて読んで照合する/ }).check();
  await page.getByRole('button', { name: '検証する' }).click();
  await expect(page.getByText('改ざんはありません')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(/ファイル \d+ 件を照合しました/)).toBeVisible();
  await expect(page.getByText(/件すべてが書かれたときのままです/)).toBeVisible();
  await accessible(page);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: '先端とタイムスタンプ（JSON）' }).click();
  expect((await download).suggestedFilename()).toBe('history-heads.json');
  expect(errors).toEqual([]);
});

test('in English', async ({ page, api }) => {
  await api.language('en');
  await page.goto('/admin/history');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('History');
  await expect(page.getByRole('cell', { name: 'Signed in' }).first()).toBeVisible();
  await api.language('ja');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });
  test('entries are cards', async ({ page }) => {
    for (const path of ['/admin/history', '/admin/history/verification']) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible();
      await accessible(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(390);
    }
  });
});
