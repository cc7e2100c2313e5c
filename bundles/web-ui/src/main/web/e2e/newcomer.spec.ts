import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { adminTest as test, expect, HOME } from './fixtures';
import { startMailServer } from './mailServer.mjs';
import { totp } from './totp';

type MailServer = Awaited<ReturnType<typeof startMailServer>>;

const PASSWORD = 'うさぎが月で餅をついている夜だ';
const OTHER = 'かめが海で昼寝をしている朝だよ';

/** The text of the newest mail to somebody in which there is such a thing. */
async function mailed(server: MailServer, to: string, what: RegExp) {
  const found = () => server.mails.filter((mail) => mail.to === to).map(({ raw }) => Buffer.from(raw.slice(raw.indexOf('\r\n\r\n')), 'base64').toString()).reverse().map((text) => what.exec(text)?.[1]).find(Boolean);
  await expect.poll(found, { timeout: 40_000 }).toBeTruthy();
  return found()!;
}

async function signIn(page: Page, login: string, password: string) {
  await page.context().clearCookies();
  await page.goto('/signin');
  await page.locator('input[name=username]').fill(login);
  await page.locator('input[name=password]').fill(password);
  await page.keyboard.press('Enter');
}

async function choosePassword(page: Page, password: string) {
  await page.getByLabel(/^新しいパスワード\s*\*?$/).fill(password);
  await page.getByLabel('新しいパスワード（確認）').fill(password);
  await page.keyboard.press('Enter');
}

async function accessible(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect.soft(violations.map((v) => `${v.id} ${v.nodes.map((n) => n.target.join(' ')).join(' | ')}`)).toEqual([]);
}

test.describe('somebody new', () => {
  test.use({ storageState: { cookies: [], origins: [] } });

  test('comes with the mailed password, adds a second factor, and sets a new password by a mailed link', async ({ page, playwright, administrator, baseURL }) => {
    test.skip(!HOME, 'needs the folder of the running platform');
    test.slow();
    const server = await startMailServer();
    const file = join(HOME!, 'etc/io.fumikura.notify.smtp.cfg');
    const office = await playwright.request.newContext({ baseURL: baseURL!, storageState: administrator.state, ignoreHTTPSErrors: true, extraHTTPHeaders: { 'X-CSRF-Token': administrator.csrf } });
    const require = async (secondFactorRequired: boolean) => {
      const before = await office.get('/api/v1/sign-in-rules');
      const changed = await office.put('/api/v1/sign-in-rules', { data: { secondFactorRequired }, headers: { 'If-Match': before.headers().etag! } });
      expect(changed.status(), await changed.text()).toBe(200);
    };
    try {
      writeFileSync(file, [
        'host = localhost', `port = ${server.port}`, 'security = starttls', `user = ${server.user}`, `password = ${server.password}`, `trust = ${server.certificate}`,
        'from = noreply@example.com', '',
      ].join('\n'));
      const mail = `new-${Date.now().toString(36)}@example.com`;
      const made = await office.post('/api/v1/users', { data: { name: '山田 新', mail, permissions: ['VIEWER'], language: 'ja' } });
      expect(made.status(), await made.text()).toBe(201);
      const { loginId } = (await made.json()) as { loginId: string };
      const initial = await mailed(server, mail, /初回ログインパスワード: (\S+)/);

      await signIn(page, mail, initial);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('パスワードの変更');
      await page.goto('/');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('パスワードの変更');
      await accessible(page);
      await choosePassword(page, 'passwordpassword');
      await expect(page.getByRole('alert')).toContainText('よく使われる言葉');
      await choosePassword(page, PASSWORD);
      await expect(page.getByRole('navigation').first()).toBeVisible();

      await require(true);
      await signIn(page, loginId, PASSWORD);
      await expect(page.getByRole('img', { name: 'QRコード' })).toBeVisible();
      await accessible(page);
      const seed = (await page.locator('code').innerText()).replaceAll(' ', '');
      await page.getByLabel('アプリに表示された6桁のコード').fill(totp(seed));
      await page.keyboard.press('Enter');
      await expect(page.getByRole('listitem')).toHaveCount(10);
      await page.getByRole('button', { name: '保管しました' }).click();
      await expect(page.getByRole('navigation').first()).toBeVisible();

      // Whoever removes the last factor where one is required adds the next before anything else.
      await page.goto('/settings/security');
      await page.getByRole('button', { name: '解除', exact: true }).click();
      await page.getByRole('dialog', { name: '認証アプリを解除しますか' }).getByRole('button', { name: '解除' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('認証アプリの登録');
      await page.goto('/');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('認証アプリの登録');
      const next = (await page.locator('code').innerText()).replaceAll(' ', '');
      expect(next).not.toBe(seed);
      await page.getByLabel('アプリに表示された6桁のコード').fill(totp(next));
      await page.keyboard.press('Enter');
      const recovery = await page.getByRole('listitem').first().innerText();
      await page.getByRole('button', { name: '保管しました' }).click();
      await expect(page.getByRole('navigation').first()).toBeVisible();
      await require(false);

      await page.context().clearCookies();
      await page.goto('/forgot');
      await page.getByLabel('ユーザーIDまたはメールアドレス').fill(mail);
      await page.keyboard.press('Enter');
      await expect(page.getByRole('status').filter({ hasText: '登録されている方には' })).toBeVisible();
      await page.goto(`/reset${await mailed(server, mail, /\/reset(#\S+)/)}`);
      await accessible(page);
      await choosePassword(page, OTHER);
      await expect(page.getByRole('status').filter({ hasText: 'パスワードを再設定しました' })).toBeVisible();
      await signIn(page, loginId, OTHER);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('認証コードの入力');
      await page.getByLabel('認証コード').fill(recovery);
      await page.keyboard.press('Enter');
      await expect(page.getByRole('navigation').first()).toBeVisible();
    } finally {
      await require(false);
      rmSync(file, { force: true });
      await server.close();
      await office.dispose();
    }
  });
});
