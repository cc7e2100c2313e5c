import { expect, test } from 'vitest';
import { groupHistory } from './history';

const line = (entry: number, field: string, more: object = {}) => ({
  entry, at: '2026-04-01T09:00:10Z', by: 'Fumikura', action: 'extracted', field, from: '', to: 'x', reason: '', ...more,
});

test('the fields of one action are one entry, in the order of the ledger', () => {
  const groups = groupHistory([line(7, 'amount'), line(7, 'title'), line(7, 'memo')], ['title', 'amount']);
  expect(groups).toHaveLength(1);
  expect(groups[0]!.changes.map((c) => c.field)).toEqual(['title', 'amount', 'memo']);
});

test('another action is another entry, even of the same moment', () => {
  const groups = groupHistory([line(9, 'title', { action: 'edited', by: 'A' }), line(8, 'title', { action: 'edited', by: 'A' }), line(7, 'title')], []);
  expect(groups.map((g) => [g.entry, g.action, g.by, g.changes.length])).toEqual([[9, 'edited', 'A', 1], [8, 'edited', 'A', 1], [7, 'extracted', 'Fumikura', 1]]);
});

test('what concerns no field is the note of its action', () => {
  const groups = groupHistory([line(2, '', { action: 'completed', to: '', reason: '確認済み' }), line(1, '', { action: 'registered', to: 'a.pdf' }), line(1, 'sha256', { action: 'registered' })], []);
  expect(groups.map((g) => [g.note, g.reason, g.changes.length])).toEqual([['', '確認済み', 0], ['a.pdf', '', 1]]);
});
