import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { ADMINISTRATOR, adminTest, Api, expect, LOGIN, PASSWORD, watchErrors } from './fixtures';

/**
 * What the owner may do in another browser, where he is signed in before a test begins: the pages of these tests begin signed out. What was added goes,
 * whatever happened: the account is that of other tests.
 */
const test = adminTest.extend<{ owner: Api }>({
  owner: [async ({ playwright, session, baseURL }, use) => {
    const context = await playwright.request.newContext({ baseURL: baseURL!, ignoreHTTPSErrors: true, storageState: session.state });
    const owner = new Api(context, session.csrf);
    await use(owner);
    await owner.confirm(PASSWORD);
    for (const { id } of await owner.passkeys()) await owner.removePasskey(id);
    await context.dispose();
  }, { auto: true }],
});

// Browsers have passkeys for host names only: the tests open the platform at localhost, its public address.
const at = (baseURL: string | undefined) => baseURL!.replace('127.0.0.1', 'localhost');

/** A device of the person with a fingerprint reader, before which somebody waits. */
async function attachDevice(page: Page) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
  });
  return { verify: (isUserVerified: boolean) => devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }) };
}

async function typePassword(page: Page) {
  await page.locator('input[name=username]').fill(LOGIN);
  await page.locator('input[name=password]').fill(PASSWORD);
  await page.keyboard.press('Enter');
}

async function accessible(page: Page, what: string) {
  const { violations } = await new AxeBuilder({ page }).disableRules(['landmark-no-duplicate-banner', 'landmark-unique']).analyze();
  expect.soft(violations.map((v) => `${what}: ${v.id} ${v.nodes.map((n) => n.target.join(' ')).join(' | ')}`)).toEqual([]);
}

async function addPasskey(page: Page, name: string) {
  await page.getByRole('button', { name: 'パスキーの登録' }).click();
  const dialog = page.getByRole('dialog', { name: 'パスキーの登録' });
  await dialog.getByLabel('名前').fill(name);
  await dialog.getByRole('button', { name: '登録する' }).click();
}

test.use({ storageState: { cookies: [], origins: [] }, contextOptions: { reducedMotion: 'reduce' } });

test('a passkey is added, signs in without a password, is the second step, and is removed', async ({ page, baseURL }) => {
  const errors = watchErrors(page);
  const device = await attachDevice(page);
  await page.goto(`${at(baseURL)}/signin?to=/settings/security`);
  await typePassword(page);
  await addPasskey(page, '私の端末');
  const codes = page.getByRole('dialog', { name: '回復コード' });
  await expect(codes.getByRole('listitem')).toHaveCount(10);
  await accessible(page, 'codes');
  await codes.getByRole('button', { name: '保管しました' }).click();
  const row = page.getByRole('list', { name: 'パスキー' }).getByRole('listitem');
  await expect(row).toHaveCount(1);
  await expect(row).toContainText('未使用');
  await accessible(page, 'security');

  await row.getByRole('button', { name: '私の端末 の名前を変更' }).click();
  await page.getByRole('dialog', { name: 'パスキーの名前' }).getByLabel('名前').fill('仕事の端末');
  await page.keyboard.press('Enter');
  await expect(row).toContainText('仕事の端末');
  await addPasskey(page, 'もう1つ');
  await expect(page.getByRole('dialog', { name: 'パスキーの登録' }).getByRole('alert')).toContainText('すでに登録されています');
  await page.keyboard.press('Escape');

  await page.context().clearCookies();
  await page.goto(`${at(baseURL)}/signin?to=/settings/security`);
  await accessible(page, 'sign-in');
  await device.verify(false);
  await page.getByRole('button', { name: 'パスキーでサインイン' }).click();
  await expect(page.getByRole('alert')).toContainText('取り消されたか、時間切れ');
  await device.verify(true);
  await page.getByRole('button', { name: 'パスキーでサインイン' }).click();
  await expect(row).toContainText('最後の使用');

  await page.context().clearCookies();
  await page.goto(`${at(baseURL)}/signin?to=/settings/security`);
  await typePassword(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('本人の確認');
  await accessible(page, 'step');
  await page.getByRole('button', { name: 'パスキーで続ける' }).click();

  await row.getByRole('button', { name: '仕事の端末 を削除' }).click();
  await page.getByRole('dialog', { name: 'パスキーを削除しますか' }).getByRole('button', { name: '削除' }).click();
  await expect(row).toHaveCount(0);
  expect(errors).toEqual([]);
});

test('at another address the page says where passkeys work', async ({ page, baseURL }) => {
  test.skip(!baseURL!.includes('127.0.0.1'), 'the platform is opened at its public address');
  await attachDevice(page);
  await page.goto('/signin');
  await page.getByRole('button', { name: 'パスキーでサインイン' }).click();
  await expect(page.getByRole('alert')).toContainText(`パスキーは ${at(baseURL)} でだけ使えます`);
});

test('an administrator removes the factors of somebody who lost the device', async ({ page, browser, baseURL, administrator }) => {
  await attachDevice(page);
  await page.goto(`${at(baseURL)}/signin?to=/settings/security`);
  await typePassword(page);
  await addPasskey(page, '失くした端末');
  await page.getByRole('dialog', { name: '回復コード' }).getByRole('button', { name: '保管しました' }).click();

  const office = await browser.newContext({ baseURL: baseURL!, storageState: administrator.state, ignoreHTTPSErrors: true, locale: 'ja-JP' });
  const admin = await office.newPage();
  await admin.goto(`/admin/users?q=${encodeURIComponent(LOGIN)}`);
  await admin.getByRole('row').filter({ hasText: LOGIN }).getByRole('link').click();
  const pane = admin.getByRole('dialog', { name: 'ユーザー', exact: true });
  if (LOGIN === ADMINISTRATOR.login) {
    await expect(pane.getByRole('button', { name: 'サインアウトさせる' })).toBeVisible();
    await expect(pane.getByRole('button', { name: '2段階認証を解除' })).toHaveCount(0);
  } else {
    await pane.getByRole('button', { name: '2段階認証を解除' }).click();
    const question = admin.getByRole('dialog', { name: 'さんの2段階認証を解除しますか' });
    await accessible(admin, 'question');
    await question.getByRole('button', { name: '2段階認証を解除' }).click();
    await expect(pane.getByRole('button', { name: '2段階認証を解除' })).toHaveCount(0);
    await page.goto(`${at(baseURL)}/settings/security`);
    await expect(page.getByRole('heading', { name: 'パスキー' })).toBeVisible();
    await expect(page.getByRole('list', { name: 'パスキー' })).toHaveCount(0);
    await expect(page.getByText('未設定')).toBeVisible();
  }
  await office.close();
});

test.describe('on a phone, in English', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, locale: 'en-GB' });
  test('passkeys fit the screen', async ({ page, owner, baseURL }) => {
    await owner.language('en');
    try {
      await attachDevice(page);
      await page.goto(`${at(baseURL)}/signin?to=/settings/security`);
      await expect(page.getByRole('button', { name: 'Sign in with a passkey' })).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
      await typePassword(page);
      await page.getByRole('button', { name: 'Add a passkey' }).click();
      await page.getByRole('dialog', { name: 'Add a passkey' }).getByLabel('Name').fill('A device with quite a long name, which its owner likes nevertheless');
      await page.getByRole('button', { name: 'Add it' }).click();
      await page.getByRole('button', { name: 'I have kept them' }).click();
      await expect(page.getByRole('list', { name: 'Passkeys' }).getByRole('listitem')).toContainText('never used');
      await accessible(page, 'phone');
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    } finally {
      await owner.language('ja');
    }
  });
});
