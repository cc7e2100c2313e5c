import AxeBuilder from '@axe-core/playwright';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { HOME, adminTest as test, expect, watchErrors } from './fixtures';
import { startMailServer } from './mailServer.mjs';

async function accessible(page: Page) {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  expect.soft(violations.map((v) => `${v.id} ${v.nodes.map((n) => n.target.join(' ')).join(' | ')}`)).toEqual([]);
}

test('mails wait without a mail server and can be read, put aside and sent again', async ({ page }) => {
  const errors = watchErrors(page);
  await page.goto('/');
  await page.getByRole('link', { name: '管理', exact: true }).click();
  await page.getByRole('navigation', { name: '管理のページ' }).getByRole('link', { name: 'メール' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('メール');
  await expect(page).toHaveURL(/\/admin\/mails$/);
  await expect(page.getByText('メールサーバーが設定されていません')).toBeVisible();
  await page.getByRole('button', { name: 'テストメールを送る' }).click();
  const row = page.getByRole('row').filter({ hasText: 'テストメール' }).first();
  await expect(row).toContainText('待機中');
  await accessible(page);
  await row.getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('【文蔵】テストメール');
  await expect(page.getByText('メールの送信は正しく設定されています')).toBeVisible();
  await accessible(page);
  await page.getByRole('button', { name: '保留にする' }).click();
  await expect(page.getByRole('main')).toContainText('保留');
  await page.getByRole('button', { name: '再送' }).click();
  await expect(page.getByRole('main')).toContainText('待機中');
  await page.getByRole('link', { name: 'メールの一覧へ' }).click();
  await page.getByRole('searchbox', { name: '宛先で探す' }).fill('no-such-person');
  await expect(page.getByText('条件に合うメールがありません')).toBeVisible();
  await page.getByRole('button', { name: '条件を解除' }).click();
  await page.getByLabel('状態', { exact: true }).selectOption('QUEUED');
  await expect(page).toHaveURL(/state=QUEUED/);
  await expect(page.getByRole('row').filter({ hasText: 'テストメール' }).first()).toBeVisible();
  expect(errors).toEqual([]);
});

test('in English', async ({ page, api }) => {
  await api.language('en');
  await page.goto('/admin/mails');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mails');
  await expect(page.getByRole('button', { name: 'Send a test mail' })).toBeVisible();
  await api.language('ja');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });
  test('mails are cards, and a mail is a page', async ({ page }) => {
    await page.goto('/admin/mails');
    await page.getByRole('button', { name: 'テストメールを送る' }).click();
    const card = page.getByRole('main').getByRole('listitem').filter({ hasText: 'テストメール' }).first();
    await expect(card).toBeVisible();
    await accessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await card.getByRole('link').click();
    await expect(page.getByText('メールの送信は正しく設定されています')).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
});

test('mails go by themselves as soon as a mail server is set', async ({ page }) => {
  test.skip(!HOME, 'needs the folder of the running platform');
  const server = await startMailServer();
  const file = join(HOME!, 'etc/io.fumikura.notify.smtp.cfg');
  try {
    await page.goto('/admin/mails');
    await page.getByRole('button', { name: 'テストメールを送る' }).click();
    await expect(page.getByRole('row').filter({ hasText: 'テストメール' }).first()).toContainText('待機中');
    const settings = (password: string) => writeFileSync(file, [
      'host = localhost', `port = ${server.port}`, 'security = starttls', `user = ${server.user}`, `password = ${password}`, `trust = ${server.certificate}`,
      'from = noreply@example.com', 'from.name = 文蔵の管理者', '',
    ].join('\n'));
    settings('wrong');
    await expect(page.getByText('メールを送信できません')).toBeVisible({ timeout: 30_000 });
    await expect(page.getByRole('alert').filter({ hasText: 'メールを送信できません' })).toContainText('がユーザー名とパスワードを受け付けません');
    expect(server.mails).toHaveLength(0);
    settings(server.password);
    await expect.poll(() => server.mails.length, { timeout: 30_000 }).toBeGreaterThan(0);
    await expect(page.getByRole('row').filter({ hasText: 'テストメール' }).first()).toContainText('送信済み', { timeout: 30_000 });
    expect(server.mails[0]!.raw).toContain(`=?UTF-8?B?${Buffer.from('文蔵の管理者').toString('base64')}?= <noreply@example.com>`);
  } finally {
    rmSync(file, { force: true });
    await server.close();
  }
});
