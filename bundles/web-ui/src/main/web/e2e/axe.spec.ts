import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

async function check(page: Page, what: string) {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    // The header of a dialog is no banner of the page; the rule takes it for one.
    .disableRules(['landmark-no-duplicate-banner', 'landmark-unique'])
    .analyze();
  expect.soft(violations.map((v) => `${what}: ${v.id} ${v.nodes.slice(0, 3).map((n) => `${n.target.join(' ')} ${n.any.map((a) => a.message).join(' ')}`).join(' | ')}`)).toEqual([]);
}

// Names depend on the language and contrasts on the scheme, never on both: two of the four pairs see everything.
for (const [language, scheme] of [['ja', 'light'], ['en', 'dark']] as const) {
  test.describe(`${language}, ${scheme}`, () => {
    test.use({ colorScheme: scheme, contextOptions: { reducedMotion: 'reduce' } });
    test.beforeEach(async ({ page, api }) => {
      await api.language(language);
      await page.addInitScript((l) => localStorage.setItem('fumikura.language', l), language);
    });
    test.afterEach(({ api }) => api.language('ja'));

    test('every page is accessible', async ({ page, sample }) => {
      test.slow();
      const visit = async (path: string, ready: () => Promise<unknown>) => {
        await page.goto(path);
        await ready();
        await expect(page.locator('.mantine-Skeleton-root, .mantine-Loader-root')).toHaveCount(0, { timeout: 20_000 });
        await check(page, path);
      };
      const heading = () => page.getByRole('heading', { level: 1 }).waitFor();
      await visit('/', () => page.getByRole('main').getByRole('listitem').first().waitFor());
      await visit(`/ledgers/${sample.ledger}`, () => page.getByRole('table').waitFor());
      await visit(`/ledgers/${sample.ledger}?open=${sample.id}&q=${sample.mark}&full=1&c=input_state:set:`, () => page.getByRole('complementary').getByRole('heading').first().waitFor());
      await visit(`/records/${sample.id}?find=General`, () => page.locator('[data-page="1"]').waitFor());
      await visit('/settings', heading);
      await visit('/settings/security', () => page.getByRole('main').getByRole('listitem').first().waitFor());
      await visit('/health', heading);
      await visit('/nowhere', () => page.getByRole('heading').first().waitFor());
    });

    test('dialogs and forms are accessible', async ({ page, sample }) => {
      test.slow();
      await page.goto(`/ledgers/${sample.ledger}`);
      await page.getByRole('table').waitFor();
      await page.getByRole('button', { name: /^(絞り込み|Filter)$/ }).click();
      await check(page, 'filter');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: /^(詳細検索|Advanced search)$/ }).click();
      await page.getByRole('button', { name: /^(条件を追加|Add condition)$/ }).click();
      await check(page, 'advanced');
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: /操作や書類|Type an action/ }).waitFor();
      await check(page, 'palette');
      await page.goto(`/records/${sample.id}`);
      await page.getByRole('button', { name: /^(編集|Edit)$/ }).click();
      await check(page, 'edit');
      await page.goto(`/records/${sample.id}`);
      await page.getByRole('tab', { name: /^(編集履歴|History)$/ }).click();
      await page.getByRole('tabpanel').getByRole('list').waitFor();
      await check(page, 'history');
    });
  });
}

test.describe('signed out', () => {
  test.use({ storageState: { cookies: [], origins: [] } });
  for (const scheme of ['light', 'dark'] as const) {
    test(`the sign-in page is accessible, ${scheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: scheme });
      await page.goto('/signin');
      await page.getByRole('button', { name: 'サインイン', exact: true }).waitFor();
      await check(page, '/signin');
    });
  }
});
