import { describe, expect, it } from 'vitest';
import type { Ledger } from '../../api/model';
import { apiParameters, changeState, conditionText, cycleFacet, facetState, lawTrio, parseCondition, readState, writeState, type Condition } from './listState';

const address = 'q=%E4%BF%9D%E5%AE%88&full=1&exact=1&c=end_date%3Afrom%3A2024-01-01&c=%21kind%3Ais%3Anda&any=1&sort=amount&cols=number%2Ctitle&after=abc&page=3&open=x1';

describe('the state of a list', () => {
  it('comes from the address and goes back there unchanged', () => {
    expect(writeState(readState(new URLSearchParams(address))).toString()).toBe(address);
  });
  it('leaves an untouched list without parameters', () => {
    expect(writeState(readState(new URLSearchParams())).toString()).toBe('');
  });
  it('survives nonsense in the address', () => {
    const state = readState(new URLSearchParams('c=nonsense&c=a:bad-op:x&page=-7&sort='));
    expect(state.conditions).toEqual([]);
    expect(state.page).toBe(1);
  });
  it('goes back to the first page when what is listed changes, and only then', () => {
    const state = readState(new URLSearchParams(address));
    expect(changeState(state, { sort: 'number' })).toMatchObject({ after: null, page: 1 });
    expect(changeState(state, { open: null, columns: null })).toMatchObject({ after: 'abc', page: 3 });
  });
  it('asks the platform for what the address says', () => {
    expect(apiParameters(readState(new URLSearchParams(address)), 50)).toBe(
      'keyword=%E4%BF%9D%E5%AE%88&fullText=true&exact=true&condition=end_date%3Afrom%3A2024-01-01&condition=%21kind%3Ais%3Anda&any=true&sort=amount&order=asc&limit=50&cursor=abc');
  });
  it('does not ask for full text without a keyword', () => {
    expect(apiParameters(readState(new URLSearchParams('full=1')), 50)).toBe('sort=number&order=desc&limit=50');
  });
});

describe('conditions', () => {
  it('keep colons and line ends in their values', () => {
    const condition: Condition = { field: 'title', op: 'contains', value: 'a:b\nc', negate: true };
    expect(parseCondition(conditionText(condition))).toEqual(condition);
  });
  it('are wanted by the first click, excluded by the second, gone with the third', () => {
    const one = cycleFacet([], 'kind', 'nda', false);
    expect(facetState(one, 'kind', 'nda')).toBe('only');
    const two = cycleFacet(one, 'kind', 'nda', false);
    expect(facetState(two, 'kind', 'nda')).toBe('not');
    expect(cycleFacet(two, 'kind', 'nda', false)).toEqual([]);
  });
  it('replace another wanted value of the same field unless one of them is enough', () => {
    const one = cycleFacet([], 'kind', 'nda', false);
    expect(cycleFacet(one, 'kind', 'lease', false)).toHaveLength(1);
    expect(cycleFacet(one, 'kind', 'lease', true)).toHaveLength(2);
  });
});

it('finds date, amount and counterparty of any ledger', () => {
  const field = (id: string, type: string, role = 'MAIN') => ({ id, label: { ja: id, en: id }, type, role, required: false, choices: [] });
  const ledger = {
    id: 'l', label: { ja: '', en: '' }, kinds: [], columns: [], overdueField: null, titleField: 'title',
    fields: [field('title', 'TEXT'), field('company', 'TEXT'), field('day', 'DATE'), field('total', 'AMOUNT'), field('other', 'DATE', 'SUPPORTING')],
  } as unknown as Ledger;
  const trio = lawTrio(ledger);
  expect([trio.date?.id, trio.amount?.id, trio.party?.id]).toEqual(['day', 'total', 'company']);
});
