import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { adminTest as test, expect, watchErrors } from './fixtures';

async function accessible(page: Page, what: string) {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  expect.soft(violations.map((v) => `${what}: ${v.id} ${v.nodes.map((n) => n.target.join(' ')).join(' | ')}`)).toEqual([]);
}

const mark = () => Date.now().toString(36);

test('further addresses are kept, and a new mail address waits for its confirmation', async ({ page }) => {
  const errors = watchErrors(page);
  const address = `${mark()}@example.com`;
  await page.goto('/settings/profile');
  await page.getByLabel('サブメール').fill(address);
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('プロフィールを保存しました')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('サブメール')).toHaveValue(address);
  await page.getByLabel('サブメール').fill('');
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByLabel('新しいメールアドレス').fill(`new-${address}`);
  await page.getByRole('button', { name: '確認のメールを送る' }).click();
  // Only somebody who signed in lately is not asked once more.
  const question = page.getByRole('dialog', { name: 'ご本人の確認' });
  await expect(question.or(page.getByText(`new-${address} に確認のメールを送りました`))).toBeVisible();
  if (await question.isVisible()) {
    await question.getByLabel('パスワードまたは認証コード').fill(process.env.FUMIKURA_ADMIN_PASSWORD ?? '');
    await question.getByRole('button', { name: '確認', exact: true }).click();
  }
  await expect(page.getByRole('main')).toContainText(`new-${address} に確認のメールを送りました`);
  await accessible(page, 'profile');
  expect(errors).toEqual([]);
});

test('without a network saving fails with a word about it, and works afterwards', async ({ page, context }) => {
  await page.goto('/settings/profile');
  const further = page.getByLabel('サブメール');
  await further.fill('not an address');
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('メールアドレスの形式が正しくありません')).toBeVisible();
  await expect(further).toHaveAttribute('aria-invalid', 'true');
  await further.fill('');
  await context.setOffline(true);
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('alert')).toContainText('サーバーに接続できませんでした');
  await context.setOffline(false);
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('プロフィールを保存しました')).toBeVisible();
});

test('a link that is over says so, and opening it changes nothing', async ({ page }) => {
  await page.goto('/mail-confirmation#unknown');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('メールアドレスの変更');
  await accessible(page, 'confirmation');
  await page.getByRole('button', { name: '変更する' }).click();
  await expect(page.getByRole('alert')).toContainText('期限が切れています');
  await expect(page.getByRole('button', { name: '変更する' })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'プロフィールへ' })).toBeVisible();
});

test('a seal is drawn with a preview, and deleted', async ({ page }) => {
  const errors = watchErrors(page);
  await page.goto('/settings/seals');
  await page.getByLabel('印影の文字').fill('髙﨑');
  await expect(page.getByRole('img', { name: '「髙﨑」の印影のプレビュー' })).toBeVisible();
  await accessible(page, 'seals');
  await page.getByRole('button', { name: '追加' }).first().click();
  await expect(page.getByRole('img', { name: '印影「髙﨑」' }).first()).toBeVisible();
  await page.getByRole('button', { name: '印影「髙﨑」を削除' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: '削除' }).click();
  await expect(page.getByText('印影「髙﨑」を削除しました')).toBeVisible();
  expect(errors).toEqual([]);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });
  test('nothing is wider than the screen', async ({ page }) => {
    for (const path of ['/settings/profile', '/settings/delegates', '/settings/seals']) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await accessible(page, path);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    }
  });
});
