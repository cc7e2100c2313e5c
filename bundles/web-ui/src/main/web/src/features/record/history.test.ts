import { expect, test } from 'vitest';
import { groupHistory } from './history';

const line = (at: string, field: string, more: object = {}) => ({ at: `2026-04-01T09:00:${at}Z`, by: 'Fumikura', action: 'extracted', field, from: '', to: 'x', ...more });

test('the fields of one action are one entry, in the order of the ledger', () => {
  const groups = groupHistory([line('10.300', 'amount'), line('10.200', 'title'), line('10.100', 'memo')], ['title', 'amount']);
  expect(groups).toHaveLength(1);
  expect(groups[0]!.changes.map((c) => c.field)).toEqual(['title', 'amount', 'memo']);
  expect(groups[0]!.at).toContain('10.300');
});

test('another person, another action, a later time and the same field again are entries of their own', () => {
  const groups = groupHistory([
    line('30.000', 'title', { action: 'edited', by: 'A' }), line('29.900', 'title', { action: 'edited', by: 'A' }),
    line('29.800', 'amount', { action: 'edited', by: 'B' }), line('20.000', 'amount', { action: 'edited', by: 'B' }), line('19.900', 'amount'),
  ], []);
  expect(groups.map((g) => [g.action, g.by, g.changes.length])).toEqual([['edited', 'A', 1], ['edited', 'A', 1], ['edited', 'B', 1], ['edited', 'B', 1], ['extracted', 'Fumikura', 1]]);
});

test('what concerns no field stands alone with its note', () => {
  const groups = groupHistory([line('10.000', '', { action: 'registered', to: 'a.pdf' }), line('09.900', '', { action: 'registered', to: 'b.pdf' })], []);
  expect(groups.map((g) => g.note)).toEqual(['a.pdf', 'b.pdf']);
});
