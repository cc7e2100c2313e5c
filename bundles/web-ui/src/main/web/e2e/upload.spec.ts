import { expect, test, watchErrors } from './fixtures';
import { sampleContract } from './pdf';

const unique = () => Math.random().toString(36).slice(2, 10);

test('several files go up together; each ends as done or refused with its reason', async ({ page }) => {
  const errors = watchErrors(page);
  const mark = unique();
  await page.goto('/');
  await page.locator('input[type=file]').first().setInputFiles([
    { name: `Contract ${mark} a.pdf`, mimeType: 'application/pdf', buffer: sampleContract(`${mark}a`) },
    { name: `Contract ${mark} b.pdf`, mimeType: 'application/pdf', buffer: sampleContract(`${mark}b`) },
    { name: `${mark} empty.pdf`, mimeType: 'application/pdf', buffer: Buffer.alloc(0) },
    { name: `${mark} archive.zip`, mimeType: 'application/zip', buffer: Buffer.from(`PK\u0003\u0004 ${mark}`, 'latin1') },
  ]);
  const cards = page.getByRole('region', { name: 'アップロード' }).filter({ has: page.getByRole('list') });
  await expect(cards.getByRole('listitem')).toHaveCount(4);
  const card = (name: string) => cards.getByRole('listitem').filter({ hasText: name });
  await expect(card('empty.pdf')).toContainText('upload.empty');
  await expect(card('archive.zip')).toContainText(/upload\.(unsupported|corrupt)/);
  await expect(card('archive.zip').getByRole('button', { name: 'もう一度試す' }), 'trying again cannot help').toHaveCount(0);
  await expect(card(`${mark} a.pdf`)).toContainText(/入力完了|入力不足/, { timeout: 60_000 });
  await expect(card(`${mark} b.pdf`)).toContainText(/入力完了|入力不足/, { timeout: 60_000 });
  await card(`${mark} a.pdf`).getByRole('link').first().click();
  await expect(page).toHaveURL(/\/records\//);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/service agreement/i);
  await expect(cards, 'cards stay while one moves about').toBeVisible();
  expect(errors).toEqual([]);
});

test('a file that is registered already is shown and registered only when the user says so', async ({ page }) => {
  const file = { name: `Again ${unique()}.pdf`, mimeType: 'application/pdf', buffer: sampleContract(unique()) };
  await page.goto('/');
  const input = page.locator('input[type=file]').first();
  await input.setInputFiles(file);
  const cards = page.getByRole('region', { name: 'アップロード' }).filter({ has: page.getByRole('list') });
  await expect(cards.getByRole('listitem').first()).toContainText(/入力完了|入力不足/, { timeout: 60_000 });
  await input.setInputFiles(file);
  await cards.getByRole('button', { name: '確認する' }).click();
  const dialog = page.getByRole('dialog', { name: '同じファイルが登録済みです' });
  await expect(dialog.getByRole('link', { name: file.name })).toBeVisible();
  await dialog.getByRole('button', { name: 'それでも登録' }).click();
  await expect(cards.getByRole('listitem')).toHaveCount(2);
  await expect(cards.getByRole('listitem').nth(1)).toContainText(/入力完了|入力不足/, { timeout: 60_000 });
});

test('files may be dropped anywhere on a ledger', async ({ page, sample }) => {
  await page.goto(`/ledgers/${sample.ledger}`);
  await expect(page.getByRole('table')).toBeVisible();
  const name = `Dropped ${unique()}.pdf`;
  const transfer = await page.evaluateHandle(({ bytes, file }) => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(bytes)], file, { type: 'application/pdf' }));
    return data;
  }, { bytes: [...sampleContract(unique())], file: name });
  await page.dispatchEvent('main', 'dragenter', { dataTransfer: transfer });
  await expect(page.getByText('ドロップして登録')).toBeVisible();
  await page.dispatchEvent('main', 'drop', { dataTransfer: transfer });
  await expect(page.getByText('ドロップして登録')).toBeHidden();
  await expect(page.getByRole('listitem').filter({ hasText: name })).toContainText(/入力完了|入力不足/, { timeout: 60_000 });
});

test('one password opens all files that share it, and the files that follow', async ({ page }) => {
  const protectedFile = (name: string, password: string) => ({ name: `${name} protected.pdf`, mimeType: 'application/pdf', buffer: sampleContract(unique(), password) });
  const mark = unique();
  await page.goto('/');
  const input = page.locator('input[type=file]').first();
  await input.setInputFiles([protectedFile(`${mark} a`, 'open'), protectedFile(`${mark} b`, 'open')]);
  const form = page.getByRole('form', { name: 'パスワードの入力' });
  await expect(form).toContainText('2件', { timeout: 30_000 });
  const card = (name: string) => page.getByRole('listitem').filter({ hasText: name });
  await form.getByLabel('ファイルのパスワード', { exact: true }).fill('wrong');
  await page.keyboard.press('Enter');
  await expect(card(`${mark} a`)).toContainText('パスワードが違います');
  await expect(card(`${mark} b`)).toContainText('パスワードが違います');
  await form.getByLabel('ファイルのパスワード', { exact: true }).fill('open');
  await page.keyboard.press('Enter');
  await expect(form, 'nothing waits for a password any more').toBeHidden();
  await expect(card(`${mark} a`)).toContainText(/入力完了|入力不足/, { timeout: 60_000 });
  await expect(card(`${mark} b`)).toContainText(/入力完了|入力不足/, { timeout: 60_000 });
  await input.setInputFiles([protectedFile(`${mark} c`, 'open')]);
  await expect(card(`${mark} c`), 'opened without being asked again').toContainText(/入力完了|入力不足/, { timeout: 60_000 });
});

test('a server that has no room at the moment is asked again by itself', async ({ page }) => {
  let refusals = 2;
  await page.route('**/api/v1/uploads?*', (route) => (refusals-- > 0
    ? route.fulfill({ status: 429, contentType: 'application/problem+json', body: JSON.stringify({ status: 429, code: 'upload.busy', title: 'Too many', detail: 'Try again in a moment.' }) })
    : route.continue()));
  await page.goto('/');
  const name = `Patient ${unique()}.pdf`;
  await page.locator('input[type=file]').first().setInputFiles({ name, mimeType: 'application/pdf', buffer: sampleContract(unique()) });
  const card = page.getByRole('listitem').filter({ hasText: name });
  await expect(card).toContainText('混み合っています');
  await expect(card.getByRole('button', { name: 'もう一度試す' })).toHaveCount(0);
  await expect(card).toContainText(/入力完了|入力不足/, { timeout: 60_000 });
  expect(refusals).toBeLessThan(0);
});
