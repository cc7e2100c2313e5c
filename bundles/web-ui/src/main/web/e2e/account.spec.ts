import AxeBuilder from '@axe-core/playwright';
import { ADMINISTRATOR, adminTest, Api, expect, LOGIN, PASSWORD, test, watchErrors } from './fixtures';
import { totp } from './totp';

const MOCKED = !process.env.FUMIKURA_URL;

test('another sign-in is ended, and whoever sits there is told at the next click', async ({ page, browser, baseURL }) => {
  const errors = watchErrors(page);
  const context = await browser.newContext({ baseURL: baseURL!, storageState: { cookies: [], origins: [] }, ignoreHTTPSErrors: true, userAgent: 'Mozilla/5.0 (iPhone) Safari/604.1 e2e' });
  const other = await context.newPage();
  await other.goto('/signin');
  await other.locator('input[name=username]').fill(LOGIN);
  await other.locator('input[name=password]').fill(PASSWORD);
  await other.getByRole('button', { name: 'サインイン', exact: true }).click();
  await other.getByRole('navigation').first().waitFor();

  await page.goto('/settings');
  await page.getByRole('link', { name: 'セキュリティ' }).click();
  await expect(page.getByText('この画面')).toHaveCount(1);
  await page.getByRole('button', { name: /Safari, iPhone .*を終了する/ }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: '終了' }).click();
  await expect(page.getByText('サインインを終了しました。')).toBeVisible();

  await other.goto('/settings');
  await expect(other).toHaveURL(/\/signin\?to=/);
  await expect(other.getByRole('status').filter({ hasText: 'ご自身がほかの画面で' })).toBeVisible();
  await context.close();
  expect(errors).toEqual([]);
});

test('a new password is measured while it is typed', async ({ page }) => {
  await page.goto('/settings/security');
  const wanted = page.getByLabel(/^新しいパスワード\s*\*?$/);
  await wanted.fill('kurz');
  await expect(page.getByText('強さ: 弱い')).toBeVisible();
  await expect(page.getByRole('button', { name: '変更', exact: true })).toBeDisabled();
  await wanted.fill('うさぎが月で餅をついている夜だ');
  await expect(page.getByText('強さ: とてもよい')).toBeVisible();
  await page.getByLabel('新しいパスワード（確認）').fill('うさぎが月で餅をついている朝だ');
  await expect(page.getByText('2つの入力が一致しません。')).toBeVisible();
  await page.getByLabel('現在のパスワード').fill('wrong');
  await page.getByLabel('新しいパスワード（確認）').fill('うさぎが月で餅をついている夜だ');
  await page.getByRole('button', { name: '変更', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('password.wrong');
});

adminTest('an administrator sees who is signed in, and sets the rules', async ({ page }) => {
  await page.goto('/admin/sign-in');
  await expect(page.getByRole('row').filter({ hasText: ADMINISTRATOR.login }).first()).toBeVisible();
  await page.getByRole('radio', { name: '文字の種類を混ぜる' }).check();
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('規則を保存しました。')).toBeVisible();
  await page.getByRole('link', { name: '設定' }).first().click();
  await page.getByRole('link', { name: 'セキュリティ' }).click();
  await expect(page.getByText('英字・数字・記号をすべて含む')).toBeVisible();
  await page.goto('/admin/sign-in');
  await page.getByRole('radio', { name: '長さを重視する' }).check();
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('規則を保存しました。')).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map((v) => `${v.id} ${v.nodes.map((n) => n.target.join(' ')).join(' | ')}`)).toEqual([]);
});

test.describe('signed out', () => {
  test.use({ storageState: { cookies: [], origins: [] } });

  test('a newcomer changes the initial password before anything else', async ({ page }) => {
    test.skip(!MOCKED, 'newcomer.spec.ts tests the real one');
    await page.goto('/settings/security');
    await page.locator('input[name=username]').fill('newcomer');
    await page.locator('input[name=password]').fill('newcomer');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('パスワードの変更');
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('パスワードの変更');
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map((v) => v.id)).toEqual([]);
    await page.getByLabel(/^新しいパスワード\s*\*?$/).fill('passwordpassword');
    await page.getByLabel('新しいパスワード（確認）').fill('passwordpassword');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toContainText('よく使われる言葉');
    await page.getByLabel(/^新しいパスワード\s*\*?$/).fill('うさぎが月で餅をついている夜だ');
    await page.getByLabel('新しいパスワード（確認）').fill('うさぎが月で餅をついている夜だ');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('navigation').first()).toBeVisible();
  });

  test('a second step asks for a code', async ({ page }) => {
    test.skip(!MOCKED, 'the real one is tested below');
    await page.goto('/signin');
    await page.locator('input[name=username]').fill('two-step');
    await page.locator('input[name=password]').fill('two-step');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('認証コードの入力');
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map((v) => v.id)).toEqual([]);
    await page.getByLabel('認証コード').fill('000000');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toContainText('factor.code-wrong');
    await page.getByLabel('認証コード').fill('123 456');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('navigation').first()).toBeVisible();
  });

  test('whoever must have a second step adds it while signing in', async ({ page }) => {
    test.skip(!MOCKED, 'newcomer.spec.ts tests the real one');
    await page.goto('/signin');
    await page.locator('input[name=username]').fill('must-add');
    await page.locator('input[name=password]').fill('must-add');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('img', { name: 'QRコード' })).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map((v) => v.id)).toEqual([]);
    await page.getByLabel('アプリに表示された6桁のコード').fill('123456');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('listitem')).toHaveCount(10);
    await page.getByRole('button', { name: '保管しました' }).click();
    await expect(page.getByRole('navigation').first()).toBeVisible();
  });

  test('over the licences somebody is chosen and signed out', async ({ page }) => {
    test.skip(!MOCKED, 'the demonstration companies have no limit');
    await page.goto('/signin');
    await page.locator('input[name=username]').fill('too-many');
    await page.locator('input[name=password]').fill('too-many');
    await page.keyboard.press('Enter');
    await expect(page.getByText('同時ログイン数が契約ライセンス数を超えています。')).toBeVisible();
    await expect(page.getByRole('button', { name: '強制ログアウト' })).toBeDisabled();
    await page.getByRole('radio', { name: /佐藤 恵子.*demo-00@example.com/ }).check();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map((v) => v.id)).toEqual([]);
    await page.getByRole('button', { name: '強制ログアウト' }).click();
    await expect(page.getByRole('alert')).toContainText('ほかの人が先にサインインしました');
    await page.getByRole('radio', { name: /田中 翔/ }).check();
    await page.getByRole('button', { name: '強制ログアウト' }).click();
    await expect(page.getByRole('navigation').first()).toBeVisible();
  });

  test('terms are agreed to in three steps, the last one read to its end', async ({ page }) => {
    test.skip(!MOCKED, 'demonstration companies agree to nothing');
    const enter = async () => {
      await page.goto('/signin');
      await page.locator('input[name=username]').fill('terms');
      await page.locator('input[name=password]').fill('terms');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('利用規約');
    };
    await enter();
    await page.getByRole('button', { name: '同意しない' }).click();
    await expect(page.locator('input[name=username]')).toBeVisible();
    await enter();
    await page.getByRole('button', { name: '同意する' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('本システムが扱う情報');
    await page.getByRole('button', { name: '同意する' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('書類管理の利用規約');
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map((v) => v.id)).toEqual([]);
    await expect(page.getByRole('button', { name: '同意する' })).toBeDisabled();
    await page.getByRole('region', { name: '書類管理の利用規約' }).focus();
    await page.keyboard.press('End');
    await page.getByRole('button', { name: '同意する' }).click();
    await expect(page.getByRole('navigation').first()).toBeVisible();
  });

  test('whoever forgot the password asks for a link, whether known or not', async ({ page }) => {
    await page.goto('/signin');
    await page.getByRole('link', { name: 'パスワードをお忘れの場合' }).click();
    // The sign-in page, which stays until the other has come, has a field of the same name.
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('パスワードをお忘れの場合');
    await page.getByLabel('ユーザーIDまたはメールアドレス').fill('nobody@example.com');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('status').filter({ hasText: '登録されている方には' })).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map((v) => v.id)).toEqual([]);
    await page.goto('/reset#expired');
    await expect(page.getByRole('alert')).toContainText('reset.unknown');
  });

  test('the link of the mail sets a new password', async ({ page }) => {
    test.skip(!MOCKED, 'newcomer.spec.ts tests the real one');
    await page.goto(`/reset#${'a'.repeat(43)}`);
    await page.getByLabel(/^新しいパスワード\s*\*?$/).fill('うさぎが月で餅をついている夜だ');
    await page.getByLabel('新しいパスワード（確認）').fill('うさぎが月で餅をついている夜だ');
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map((v) => v.id)).toEqual([]);
    await page.getByRole('button', { name: '再設定' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'パスワードを再設定しました' })).toBeVisible();
    await page.getByRole('link', { name: 'サインインへ' }).click();
    await expect(page).toHaveURL(/\/signin$/);
  });
});

/** The administrator is signed in elsewhere, too, and removes the app whatever happened: the account is that of other tests. */
const ownerTest = adminTest.extend<{ owner: Api }>({
  owner: [async ({ playwright, administrator, baseURL }, use) => {
    const context = await playwright.request.newContext({ baseURL: baseURL!, ignoreHTTPSErrors: true, storageState: administrator.state });
    const owner = new Api(context, administrator.csrf);
    await use(owner);
    await owner.confirm(ADMINISTRATOR.password);
    await owner.removeApp();
    await context.dispose();
  }, { auto: true }],
});

ownerTest.describe('an authenticator app', () => {
  ownerTest.use({ storageState: { cookies: [], origins: [] } });

  ownerTest('is added, asked for, and removed', async ({ page }) => {
    ownerTest.slow();
    await page.goto('/signin?to=/settings/security');
    const enter = async () => {
      await page.locator('input[name=username]').fill(ADMINISTRATOR.login);
      await page.locator('input[name=password]').fill(ADMINISTRATOR.password);
      await page.keyboard.press('Enter');
    };
    await enter();
    await page.getByRole('button', { name: '認証アプリの登録' }).click();
    const question = page.getByRole('dialog', { name: 'ご本人の確認' });
    const dialog = page.getByRole('dialog', { name: '認証アプリの登録' });
    await expect(question.or(dialog)).toBeVisible();
    if (await question.isVisible()) {
      await question.getByLabel('パスワードまたは認証コード').fill(ADMINISTRATOR.password);
      await page.keyboard.press('Enter');
    }
    const seed = (await dialog.locator('code').innerText()).replaceAll(' ', '');
    let last = '';
    /** A code that was not used yet: each is good for once. */
    const code = async () => {
      if (MOCKED) return '123456';
      await expect.poll(() => totp(seed), { timeout: 40_000 }).not.toBe(last);
      return (last = totp(seed));
    };
    await dialog.getByLabel('アプリに表示された6桁のコード').fill(await code());
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: '回復コード' }).getByRole('button', { name: '保管しました' }).click();
    await expect(page.getByText('使用中')).toBeVisible();

    await page.context().clearCookies();
    await page.goto('/signin?to=/settings/security');
    await enter();
    await page.getByLabel('認証コード').fill(await code());
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '解除', exact: true }).click();
    await page.getByRole('dialog', { name: '認証アプリを解除しますか' }).getByRole('button', { name: '解除' }).click();
    await expect(page.getByText('未設定')).toBeVisible();
  });
});
