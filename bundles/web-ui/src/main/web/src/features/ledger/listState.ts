import type { FieldDefinition, Ledger } from '../../api/model';

// The whole state of a list stands in the address, so that it can be kept, shared and gone back to.
export type Operator = 'is' | 'contains' | 'from' | 'to' | 'not-set' | 'set';
const OPERATORS: readonly string[] = ['is', 'contains', 'from', 'to', 'not-set', 'set'];
export type Condition = { field: string; op: Operator; value: string; negate: boolean };

export type ListState = {
  keyword: string;
  fullText: boolean;
  exact: boolean;
  conditions: Condition[];
  any: boolean;
  sort: string;
  descending: boolean;
  columns: string[] | null;
  after: string | null;
  page: number;
  open: string | null;
};

export function parseCondition(text: string): Condition | null {
  const [, not, field = '', op = '', value = ''] = /^(!?)([a-z][a-z0-9_]*):([a-z-]+):([\s\S]*)$/.exec(text) ?? [];
  if (!OPERATORS.includes(op)) return null;
  return { field, op: op as Operator, value, negate: not === '!' };
}
export const conditionText = ({ field, op, value, negate }: Condition) => `${negate ? '!' : ''}${field}:${op}:${value}`;

export function readState(p: URLSearchParams): ListState {
  const sort = p.get('sort') ?? '-number';
  return {
    keyword: p.get('q') ?? '',
    fullText: p.get('full') === '1',
    exact: p.get('exact') === '1',
    conditions: p.getAll('c').map(parseCondition).filter((c) => c !== null),
    any: p.get('any') === '1',
    sort: sort.replace(/^-/, ''),
    descending: sort.startsWith('-'),
    columns: p.get('cols')?.split(',').filter(Boolean) ?? null,
    after: p.get('after'),
    page: Math.max(1, Number.parseInt(p.get('page') ?? '1', 10) || 1),
    open: p.get('open'),
  };
}

export function writeState(state: ListState): URLSearchParams {
  const p = new URLSearchParams();
  if (state.keyword) p.set('q', state.keyword);
  if (state.fullText) p.set('full', '1');
  if (state.exact) p.set('exact', '1');
  for (const condition of state.conditions) p.append('c', conditionText(condition));
  if (state.any) p.set('any', '1');
  if (state.sort !== 'number' || !state.descending) p.set('sort', (state.descending ? '-' : '') + state.sort);
  if (state.columns) p.set('cols', state.columns.join(','));
  if (state.after) p.set('after', state.after);
  if (state.after && state.page > 1) p.set('page', String(state.page));
  if (state.open) p.set('open', state.open);
  return p;
}

/** Changes of what is listed go back to the first page; choosing columns or opening a row does not. */
export function changeState(state: ListState, change: Partial<ListState>): ListState {
  const next = { ...state, ...change };
  const kept = Object.keys(change).every((key) => ['columns', 'open', 'after', 'page'].includes(key));
  return kept ? next : { ...next, after: null, page: 1 };
}

export function apiParameters(state: ListState, limit: number): string {
  const p = new URLSearchParams();
  if (state.keyword) {
    p.set('keyword', state.keyword);
    if (state.fullText) p.set('fullText', 'true');
    if (state.exact) p.set('exact', 'true');
  }
  for (const condition of state.conditions) p.append('condition', conditionText(condition));
  if (state.any && state.conditions.length > 1) p.set('any', 'true');
  p.set('sort', state.sort);
  p.set('order', state.descending ? 'desc' : 'asc');
  p.set('limit', String(limit));
  if (state.after) p.set('cursor', state.after);
  return p.toString();
}

/** How a value stands in the list's conditions: not at all, wanted, or excluded. */
export function facetState(conditions: Condition[], field: string, value: string): 'off' | 'only' | 'not' {
  const found = conditions.find((c) => c.field === field && c.op === 'is' && c.value === value);
  return !found ? 'off' : found.negate ? 'not' : 'only';
}

/** First click: only these. Second: all but these. Third: no condition. Two wanted values of one field would exclude each other. */
export function cycleFacet(conditions: Condition[], field: string, value: string, any: boolean): Condition[] {
  const now = facetState(conditions, field, value);
  const same = (c: Condition) => c.field === field && c.op === 'is' && c.value === value;
  if (now === 'only') return conditions.map((c) => (same(c) ? { ...c, negate: true } : c));
  if (now === 'not') return conditions.filter((c) => !same(c));
  const others = any ? conditions : conditions.filter((c) => !(c.field === field && c.op === 'is' && !c.negate));
  return [...others, { field, op: 'is', value, negate: false }];
}

/** Built-in columns, with the form of their values. */
export const BUILT_IN = ['input_state', 'number', 'kind', 'owner', 'group', 'file_name', 'registered', 'status', 'tags'] as const;
export type BuiltIn = (typeof BUILT_IN)[number];
export const isBuiltIn = (id: string): id is BuiltIn => (BUILT_IN as readonly string[]).includes(id);

/** All columns that the ledger can show: its defaults in order, then the rest. */
export function allColumns(ledger: Ledger): string[] {
  const known = [...ledger.columns, 'input_state', 'number', 'kind', ...ledger.fields.map((f) => f.id), 'owner', 'group', 'tags', 'file_name', 'registered'];
  return [...new Set(known)];
}

/** The three things that the electronic-books law wants searchable: date, amount, counterparty. */
export function lawTrio(ledger: Ledger): { date?: FieldDefinition; amount?: FieldDefinition; party?: FieldDefinition } {
  const main = ledger.fields.filter((f) => f.role === 'MAIN');
  const date = main.find((f) => f.type === 'DATE');
  const amount = main.find((f) => f.type === 'AMOUNT');
  const party = main.find((f) => f.type === 'TEXTS') ?? main.find((f) => f.type === 'TEXT' && f.id !== ledger.titleField);
  return { ...(date && { date }), ...(amount && { amount }), ...(party && { party }) };
}
