import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { adminTest, expect, test, watchErrors } from './fixtures';

async function accessible(page: Page, what: string, within = 'body') {
  const { violations } = await new AxeBuilder({ page }).include(within).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .disableRules(['landmark-no-duplicate-banner', 'landmark-unique'])
    .analyze();
  expect.soft(violations.map((v) => `${what}: ${v.id} ${v.nodes.map((n) => n.target.join(' ')).join(' | ')}`)).toEqual([]);
}

test.use({ contextOptions: { reducedMotion: 'reduce' } });

async function openRights(page: Page) {
  await page.getByRole('button', { name: 'その他の操作' }).click();
  await page.getByRole('menuitem', { name: 'アクセス権限' }).click();
  return page.getByRole('dialog');
}

for (const [width, height] of [[1280, 800], [390, 780]] as const) {
  test(`a record is closed to all but one colleague, at ${width} pixels`, async ({ page, sample }) => {
    const errors = watchErrors(page);
    await page.setViewportSize({ width, height });
    await page.goto(`/records/${sample.id}`);
    let dialog = await openRights(page);
    await expect(dialog.getByText('つねに表示と編集ができます')).toBeVisible();
    await accessible(page, 'access', '[role=dialog]');
    await dialog.getByRole('combobox', { name: '会社の全員 の権限' }).selectOption('アクセス不可');
    await dialog.getByRole('combobox', { name: 'グループ・ユーザーを追加' }).fill('Emma');
    await page.getByRole('option', { name: 'Emma Clarke' }).click();
    await dialog.getByRole('combobox', { name: 'Emma Clarke の権限' }).selectOption('編集');
    await dialog.getByRole('button', { name: '保存' }).click();
    await expect(page.getByText('アクセス権限を保存しました。')).toBeVisible();
    await expect(dialog).toBeHidden();

    dialog = await openRights(page);
    await expect(dialog.getByRole('combobox', { name: '会社の全員 の権限' })).toHaveValue('NONE');
    await expect(dialog.getByRole('combobox', { name: 'Emma Clarke の権限' })).toHaveValue('EDIT');
    await expect(dialog.getByText('既定のアクセス権限が設定されました')).toHaveCount(0);
    await dialog.getByRole('button', { name: 'Emma Clarke を外す' }).click();
    await dialog.getByRole('combobox', { name: '会社の全員 の権限' }).selectOption('編集');
    await dialog.getByRole('button', { name: '保存' }).click();
    await expect(dialog).toBeHidden();
    expect(errors).toEqual([]);
  });
}

test('who may only view a record is shown so and finds nothing to change', async ({ page, sample }) => {
  await page.route(`**/api/v1/records/${sample.id}`, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...((await response.json()) as object), editable: false } });
  });
  await page.goto(`/records/${sample.id}`);
  await expect(page.getByText('閲覧のみ')).toBeVisible();
  await expect(page.getByRole('button', { name: '編集', exact: true })).toHaveCount(0);
  await page.getByRole('button', { name: 'その他の操作' }).click();
  await expect(page.getByRole('menuitem', { name: 'もう一度解析' })).toBeDisabled();
});

adminTest('rules for new records are made and taken back', async ({ page }) => {
  const errors = watchErrors(page);
  await page.goto('/admin/access');
  await expect(page.getByText('ルールがありません')).toBeVisible();
  await page.getByRole('button', { name: 'ルールを追加' }).click();
  const rule = page.getByRole('region', { name: /のルール/ });
  await rule.getByRole('combobox', { name: '台帳' }).selectOption('契約書');
  await rule.getByRole('combobox', { name: '会社の全員 の権限' }).selectOption('閲覧');
  await accessible(page, 'rules');
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('アクセス権限の既定を保存しました。')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('region', { name: '契約書・すべてのグループ のルール' }).getByRole('combobox', { name: '会社の全員 の権限' })).toHaveValue('VIEW');
  await page.getByRole('button', { name: /のルールを削除/ }).click();
  await page.getByRole('button', { name: '保存' }).click();
  await page.reload();
  await expect(page.getByText('ルールがありません')).toBeVisible();
  expect(errors).toEqual([]);
});

adminTest('saved rules are applied to existing documents after a question that says how many they are', async ({ page }) => {
  const errors = watchErrors(page);
  await page.goto('/admin/access');
  const section = page.getByRole('region', { name: '既存の書類にも適用' });
  const apply = section.getByRole('button', { name: '既存の書類にも適用' });
  await page.getByRole('button', { name: 'ルールを追加' }).click();
  await expect(apply).toBeDisabled();
  await expect(section.getByText('先にルールを保存してください。')).toBeVisible();
  await page.getByRole('button', { name: /のルールを削除/ }).click();
  await apply.click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(/書類 [\d,]+ 件に、保存済みのルールを適用します/)).toBeVisible();
  await accessible(page, 'apply', '[role=dialog]');
  await dialog.getByRole('button', { name: /^[\d,]+ 件に適用$/ }).click();
  await expect(dialog).toBeHidden();
  await expect(section.getByText(/[\d,]+ 件を確認し/)).toBeVisible();
  await expect(section.getByText(/さんが適用: /)).toBeVisible({ timeout: 30_000 });
  expect(errors).toEqual([]);
});
