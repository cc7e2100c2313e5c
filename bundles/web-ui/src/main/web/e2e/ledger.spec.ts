import { expect, test, watchErrors } from './fixtures';

test.beforeEach(async ({ page, sample }) => {
  await page.goto(`/ledgers/${sample.ledger}`);
  await expect(page.getByRole('table')).toBeVisible();
});

test('a column sorts both ways, and the address keeps it', async ({ page }) => {
  const errors = watchErrors(page);
  const header = page.getByRole('columnheader', { name: '管理番号' }).filter({ has: page.getByRole('button', { name: '管理番号' }) });
  await expect(header).toHaveAttribute('aria-sort', 'descending');
  await header.getByRole('button').click();
  await expect(header).toHaveAttribute('aria-sort', 'ascending');
  await expect(page).toHaveURL(/sort=number/);
  await expect.poll(async () => {
    const texts = await page.locator('tbody tr td:nth-child(2)').allInnerTexts();
    const numbers = texts.map(Number).filter((n) => n > 0);
    return numbers.length > 0 && numbers.every((n, i) => i === 0 || n >= numbers[i - 1]!);
  }).toBe(true);
  await page.goBack();
  await expect(header).toHaveAttribute('aria-sort', 'descending');
  expect(errors).toEqual([]);
});

test('filters stand as chips; a second click excludes, a third clears', async ({ page, api, sample }) => {
  await page.getByRole('button', { name: '絞り込み' }).click();
  const facet = page.getByRole('button', { name: '入力完了', exact: true });
  await facet.click();
  await expect(page).toHaveURL(/c=input_state%3Ais%3ACOMPLETE/);
  const all = (await api.list(sample.ledger)).total;
  const complete = (await api.list(sample.ledger, 'condition=input_state:is:COMPLETE')).total;
  await page.getByRole('button', { name: '入力完了', exact: true }).click();
  await expect(page).toHaveURL(/c=%21input_state%3Ais%3ACOMPLETE/);
  await page.keyboard.press('Escape');
  const chips = page.getByRole('group', { name: '検索条件' });
  await expect(chips).toContainText('除く');
  if (all - complete > 0) await expect(page.getByRole('main').getByText(`${(all - complete).toLocaleString('en-US')}件`, { exact: true })).toBeVisible();
  await chips.getByRole('button', { name: /条件を外す/ }).click();
  await expect(page).not.toHaveURL(/input_state/);
});

test('the advanced search knows the three things of the law and any other field', async ({ page, api, sample }) => {
  const ledger = (await api.ledgers()).find((l) => l.id === sample.ledger)!;
  const date = ledger.fields.find((f) => f.role === 'MAIN' && f.type === 'DATE')!;
  await page.getByRole('button', { name: '詳細検索' }).click();
  const drawer = page.getByRole('dialog', { name: '詳細検索' });
  await drawer.getByLabel(`${date.label.ja}（から）`).fill('令和7年3月1日');
  await drawer.getByLabel(`${date.label.ja}（まで）`).fill('2025/3/31');
  await drawer.getByRole('button', { name: '条件を追加' }).click();
  await drawer.getByLabel('項目', { exact: true }).selectOption('file_name');
  await drawer.getByLabel('値', { exact: true }).fill(sample.mark);
  await drawer.getByRole('button', { name: '検索', exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`${date.id}%3Afrom%3A2025-03-01`));
  await expect(page).toHaveURL(new RegExp(`${date.id}%3Ato%3A2025-03-31`));
  const expected = (await api.list(sample.ledger, new URLSearchParams([['condition', `${date.id}:from:2025-03-01`], ['condition', `${date.id}:to:2025-03-31`], ['condition', `file_name:contains:${sample.mark}`]]).toString())).total;
  await expect(page.getByRole('main').getByText(`${expected}件`, { exact: true })).toBeVisible();
});

test('full text finds any part of a document and shows where', async ({ page, sample }) => {
  await page.getByRole('checkbox', { name: '全文検索' }).check();
  await page.getByRole('searchbox', { name: /検索/ }).fill(sample.mark.slice(2));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/full=1/);
  const snippet = page.locator('mark').first();
  await expect(snippet).toHaveText(new RegExp(sample.mark.slice(2), 'i'));
  await snippet.click();
  await expect(page).toHaveURL(/\/records\/.*find=/);
  await expect(page.getByText('1 / 1', { exact: true })).toBeVisible();
});

test('nothing found offers to reset the conditions', async ({ page }) => {
  await page.getByRole('searchbox', { name: /検索/ }).fill('そんな書類はどこにもありませんよ');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '条件に合う書類がありません' })).toBeVisible();
  await page.getByRole('main').getByRole('button', { name: '条件をすべて外す' }).last().click();
  await expect(page.getByRole('table')).toBeVisible();
});

test('columns are chosen and ordered, and stand in the address', async ({ page }) => {
  await page.getByRole('button', { name: '列', exact: true }).click();
  await page.getByRole('checkbox', { name: 'ファイル名' }).click();
  await expect(page.getByRole('columnheader', { name: /ファイル名/ })).toBeVisible();
  await page.getByRole('button', { name: 'ファイル名 を前へ' }).click();
  await expect(page).toHaveURL(/cols=/);
  await page.getByRole('button', { name: '標準の列に戻す' }).click();
  await expect(page.getByRole('columnheader', { name: /ファイル名/ })).toHaveCount(0);
});

test('a row opens its detail beside the list, and back closes it', async ({ page }) => {
  await page.locator('tbody tr').first().getByRole('link').first().click();
  const detail = page.getByRole('complementary', { name: '詳細' });
  await expect(detail.getByRole('heading', { level: 2 })).toBeVisible();
  await expect(page).toHaveURL(/open=/);
  await expect(page.getByRole('table')).toBeVisible();
  await page.goBack();
  await expect(detail).toBeHidden();
});

test('the list stays in sight however far the open detail is scrolled', async ({ page }) => {
  await page.locator('tbody tr').first().getByRole('link').first().click();
  const detail = page.getByRole('complementary', { name: '詳細' });
  await detail.getByRole('button', { name: '編集', exact: true }).click();
  await detail.getByLabel('メモ').scrollIntoViewIfNeeded();
  await detail.getByLabel('メモ').focus();
  await expect(page.getByRole('heading', { level: 1 })).toBeInViewport();
  await expect(page.getByRole('columnheader', { name: '管理番号' }).first()).toBeInViewport();
  expect(await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBeLessThanOrEqual(0);
});

test('pages go forth and back', async ({ page, api, sample }) => {
  expect((await api.list(sample.ledger)).total).toBeGreaterThan(5);
  await page.evaluate(() => localStorage.setItem('fumikura.preferences', JSON.stringify({ pageSize: 5 })));
  await page.reload();
  const first = await page.locator('tbody tr td:nth-child(2)').first().innerText();
  await page.getByRole('button', { name: '次のページ' }).click();
  await expect(page).toHaveURL(/page=2/);
  await expect(page.locator('tbody tr td:nth-child(2)').first()).not.toHaveText(first);
  await page.getByRole('button', { name: '前のページ' }).click();
  await expect(page.locator('tbody tr td:nth-child(2)').first()).toHaveText(first);
});

test('the title stays in sight when the list is moved sideways', async ({ page }) => {
  const table = page.getByRole('table');
  const title = page.locator('tbody tr').first().getByRole('link').first();
  const other = page.getByRole('columnheader').last();
  await table.evaluate((element) => { element.parentElement!.scrollLeft = 100_000; });
  await expect(other).toBeInViewport();
  await expect(title).toBeInViewport({ ratio: 1 });
  await page.setViewportSize({ width: 820, height: 900 });
  await table.evaluate((element) => { element.parentElement!.scrollLeft = 100_000; });
  await expect(title).toBeInViewport({ ratio: 1 });
  await expect(page.locator('tbody tr td').first(), 'on a narrow list only the title stays').not.toBeInViewport();
});

test('a flag is asked for in words that can not be read twice', async ({ page, api, sample }) => {
  const flags = (await api.ledgers()).find((l) => l.id === sample.ledger)!.fields.filter((f) => f.type === 'FLAG');
  await page.getByRole('button', { name: '絞り込み' }).click();
  for (const flag of flags) {
    const group = page.getByRole('group', { name: flag.label.ja, exact: true });
    await expect(group.getByRole('button')).toHaveText(flag.label.ja.endsWith('有無') ? ['あり', 'なし'] : ['はい', 'いいえ']);
  }
});

test('a list tells how long it took to draw', async ({ page }) => {
  await page.reload();
  await expect(page.getByRole('table')).toBeVisible();
  const measures = await page.evaluate(() => performance.getEntriesByName('list.draw').map((m) => (m as PerformanceMeasure).detail as { rows: number }));
  expect(measures.at(-1)!.rows).toBe(await page.locator('tbody [data-row]').count());
});

test('a list says that records may be missing while the index is rebuilt', async ({ page }) => {
  const notice = page.getByRole('status').filter({ hasText: '検索インデックスを作り直しています' });
  await expect(notice).toHaveCount(0);
  await page.route(/\/ledgers\/[^/]+\/records\?/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...(await response.json()), rebuilding: true } });
  });
  await page.reload();
  await expect(notice).toBeVisible();
});
