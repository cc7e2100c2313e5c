import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { adminTest as test, expect, watchErrors } from './fixtures';

async function accessible(page: Page, what: string) {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .disableRules(['landmark-no-duplicate-banner', 'landmark-unique'])
    .analyze();
  expect.soft(violations.map((v) => `${what}: ${v.id} ${v.nodes.map((n) => n.target.join(' ')).join(' | ')}`)).toEqual([]);
}

const mark = () => Date.now().toString(36);

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('a group is made, renamed, moved and deleted', async ({ page }) => {
  const errors = watchErrors(page);
  const name = `監査室${mark()}`;
  await page.goto('/admin/groups');
  await page.getByRole('button', { name: 'グループを作成' }).first().click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'グループ名' }).fill(`拠点${name}`);
  await page.getByRole('button', { name: '作成', exact: true }).click();
  await page.getByRole('button', { name: 'グループを作成' }).first().click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'グループ名' }).fill(name);
  await page.getByRole('button', { name: '作成', exact: true }).click();
  const row = page.getByRole('main').getByRole('listitem').filter({ has: page.getByRole('link', { name, exact: true }) });
  await expect(row).toBeVisible();
  await accessible(page, 'groups');

  await page.getByRole('button', { name: 'グループを作成' }).first().click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'グループ名' }).fill(name);
  await page.getByRole('button', { name: '作成', exact: true }).click();
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('同じ名前のグループがあります');
  await page.getByRole('button', { name: 'キャンセル' }).click();

  await row.getByRole('button', { name: `${name} の操作` }).click();
  await page.getByRole('menuitem', { name: '移動…' }).click();
  await accessible(page, 'move');
  await page.getByRole('combobox', { name: '移動先' }).fill(`拠点${name}`);
  await page.getByRole('option', { name: `拠点${name}` }).click();
  await page.getByRole('button', { name: '移動', exact: true }).click();
  await expect(row.getByRole('link')).toHaveAttribute('title', `拠点${name} / ${name}`);

  await page.getByRole('searchbox', { name: 'グループ名で探す' }).fill(name);
  await expect(page.getByRole('main').getByRole('listitem').filter({ hasText: name })).toHaveCount(2);
  await row.getByRole('button', { name: `${name} の操作` }).click();
  await page.getByRole('menuitem', { name: '削除…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '削除', exact: true }).click();
  await expect(row).toHaveCount(0);
  expect(errors).toEqual([]);
});

test('a user is registered, changed, locked, unlocked, deleted and restored', async ({ page }) => {
  const errors = watchErrors(page);
  const name = `新人 ${mark()}`;
  await page.goto('/admin/users');
  await expect(page.getByRole('table')).toBeVisible();
  await accessible(page, 'users');
  await page.getByRole('button', { name: 'ユーザーを登録' }).click();
  // By its name: while a question is open, and until its answer has come, there are two dialogs.
  const pane = page.getByRole('dialog', { name: /^ユーザー(を登録)?$/ });
  await pane.getByRole('button', { name: '登録', exact: true }).click();
  await expect(pane).toContainText('メールアドレスを入力してください。');
  await expect(pane.getByLabel('氏名')).toBeFocused();
  await pane.getByLabel('氏名').fill(name);
  await pane.getByLabel('メール', { exact: false }).first().fill('nobody');
  await pane.getByRole('button', { name: '登録', exact: true }).click();
  await expect(pane).toContainText('メールアドレスの形式が正しくありません');
  await accessible(page, 'form');
  await pane.getByRole('textbox', { name: /^メール/ }).fill(`${mark()}@example.com`);
  await pane.getByRole('checkbox', { name: '主担当者' }).check();
  await pane.getByRole('button', { name: '登録', exact: true }).click();
  await expect(pane.getByRole('heading', { name })).toBeVisible();
  await expect(pane).toContainText('招待中');
  await accessible(page, 'user');

  await pane.getByLabel('氏名').fill(`${name} 改`);
  await pane.getByRole('button', { name: '保存' }).click();
  await expect(pane.getByRole('heading', { name: `${name} 改` })).toBeVisible();

  const confirm = async (action: string) => {
    await pane.getByRole('button', { name: action, exact: true }).first().click();
    await page.getByRole('dialog').filter({ hasText: 'しますか' }).getByRole('button', { name: action, exact: true }).click();
  };
  await confirm('ロック');
  await pane.getByRole('button', { name: 'ロックを解除' }).click();
  await expect(pane.getByRole('button', { name: 'ロック', exact: true })).toBeVisible();
  await confirm('削除');
  await expect(pane).toContainText('削除済み');
  await confirm('復元');
  await expect(pane).toContainText('招待中');
  await confirm('削除');
  await expect(pane).toContainText('削除済み');
  await page.getByRole('button', { name: '閉じる' }).first().click();
  await page.getByRole('searchbox', { name: 'ID・氏名・メールで探す' }).fill(name);
  await expect(page.getByText('条件に合うものがありません')).toBeVisible();
  await page.getByLabel('状態', { exact: true }).selectOption('DELETED');
  await expect(page).toHaveURL(/state=DELETED/);
  await expect(page.getByRole('row').filter({ hasText: name })).toBeVisible();
  expect(errors).toEqual([]);
});

test('a file is checked before anybody is registered', async ({ page }) => {
  const name = `名簿 ${mark()}`;
  await page.goto('/admin/users');
  await page.getByRole('button', { name: 'CSV' }).click();
  await page.getByRole('menuitem', { name: 'CSVから登録' }).click();
  const dialog = page.getByRole('dialog');
  const choose = async (text: string) => {
    await dialog.locator('input[type=file]').setInputFiles({ name: 'users.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  };
  await choose(`氏名,メール\n${name},wrong\n`);
  await expect(dialog.getByRole('row').filter({ hasText: 'wrong' })).toContainText('メールアドレスの形式が正しくありません');
  await expect(dialog.getByRole('button', { name: '登録' })).toBeDisabled();
  await accessible(page, 'import');
  await choose(`氏名,メール\n${name},${mark()}@example.com\n`);
  await expect(dialog).toContainText('1人を登録できます');
  await dialog.getByRole('button', { name: '登録' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('searchbox', { name: 'ID・氏名・メールで探す' }).fill(name);
  await expect(page.getByRole('row').filter({ hasText: name })).toBeVisible();
});

test('in English', async ({ page, api }) => {
  await api.language('en');
  await page.goto('/admin/users');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Users');
  await page.getByRole('button', { name: 'Register a user' }).click();
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Register' })).toBeVisible();
  await page.goto('/admin/groups');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Groups');
  await api.language('ja');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });
  test('users are cards and nothing is wider than the screen', async ({ page }) => {
    await page.goto('/admin/users');
    const card = page.getByRole('main').getByRole('list').getByRole('listitem').last();
    await expect(card).toBeVisible();
    await accessible(page, 'phone');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await card.getByRole('link').click();
    await expect(page.getByRole('dialog').getByRole('heading', { level: 2 }).last()).toBeVisible();
    await page.goto('/admin/groups');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });

  test('the open page stands in sight among the pages of administration', async ({ page }) => {
    for (const path of ['/admin/history', '/admin/plan', '/admin/users']) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.getByRole('navigation', { name: '管理のページ' }).locator('[aria-current=page]')).toBeInViewport({ ratio: 0.95 });
    }
  });

  test('somebody is signed out without scrolling sideways', async ({ page }) => {
    await page.goto('/admin/sign-in');
    // Others may be signed in above, so that it stands further down.
    const mark = page.getByRole('main').getByText('この画面');
    await expect(mark).toBeVisible();
    const place = (await mark.boundingBox())!;
    expect(place.x).toBeGreaterThanOrEqual(0);
    expect(place.x + place.width).toBeLessThanOrEqual(page.viewportSize()!.width);
    await accessible(page, 'sign-ins on a phone');
  });
});
