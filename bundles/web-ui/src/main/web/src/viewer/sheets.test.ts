import { expect, test } from 'vitest';
import { sheetOf, sheetRules } from './sheets';

const page = (width: number, height: number) => ({ page: 1, width, height });

test('a page is printed on paper of its own size', () => {
  expect(sheetOf(page(595, 842), 0)).toMatchObject({ width: 210, height: 297 });
  expect(sheetOf(page(842, 1191), 0)).toMatchObject({ width: 297, height: 420 });
});

test('turning a page turns its paper', () => {
  expect(sheetOf(page(595, 842), 90)).toMatchObject({ width: 297, height: 210 });
});

test('what is on no paper of the world comes on A4, the same way round', () => {
  expect(sheetOf(page(4000, 3000), 0)).toMatchObject({ width: 297, height: 210 });
  expect(sheetOf(page(90, 120), 0)).toMatchObject({ width: 210, height: 297 });
});

test('each size of paper has one rule', () => {
  expect(sheetRules([page(595, 842), page(595.2, 841.9), page(842, 595)], 0).match(/@page/g)).toHaveLength(2);
});
