import { expect, LOGIN, PASSWORD, test, watchErrors } from './fixtures';

test.use({ storageState: { cookies: [], origins: [] } });

test('a deep link survives sign-in, and sign-out ends the session', async ({ page }) => {
  const errors = watchErrors(page);
  await page.goto('/settings?from=link');
  await expect(page).toHaveURL(/\/signin\?to=/);
  await page.locator('input[name=username]').fill(LOGIN);
  await page.locator('input[name=password]').fill(PASSWORD);
  await page.getByRole('button', { name: 'サインイン', exact: true }).click();
  await expect(page).toHaveURL(/\/settings\?from=link$/);
  await page.getByRole('button', { name: /のメニュー|Menu of/ }).click();
  await page.getByRole('menuitem', { name: /サインアウト|Sign out/ }).click();
  await expect(page).toHaveURL(/\/signin$/);
  await page.goto('/settings');
  await expect(page).toHaveURL(/\/signin/);
  expect(errors).toEqual([]);
});

test('a wrong password is refused without telling which part was wrong', async ({ page }) => {
  await page.goto('/signin');
  await page.locator('input[name=username]').fill('nobody-of-this-name');
  await page.locator('input[name=password]').fill('wrong');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('signin.refused');
  await expect(page).toHaveURL(/\/signin/);
});

test('addresses of other sites are never followed after sign-in', async ({ page }) => {
  await page.goto('/signin?to=//example.com/');
  await page.locator('input[name=username]').fill(LOGIN);
  await page.locator('input[name=password]').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation').first()).toBeVisible();
  expect(new URL(page.url()).pathname).toBe('/');
});

test('the page keeps a strict content security policy', async ({ page }) => {
  const answer = await page.goto('/signin');
  const policy = answer!.headers()['content-security-policy']!;
  expect(policy).toContain("default-src 'self'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain('unsafe');
  expect((await page.request.get('/assets/gone-12345678.js')).status()).toBe(404);
  expect((await page.request.get('/some/page')).status()).toBe(200);
});
