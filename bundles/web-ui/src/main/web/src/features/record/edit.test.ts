import { describe, expect, it } from 'vitest';
import type { FieldValue, RecordDetail } from '../../api/model';
import { changesOf, clashes, draftOf, isEmptyEdit, resolve, takenOver } from './edit';

const text = (t: string): FieldValue => ({ type: 'TEXT', text: t });
function detail(values: Record<string, FieldValue>, more: { memo?: string; tags?: string[]; version?: number } = {}): RecordDetail {
  return {
    record: { id: 'r', version: more.version ?? 1, kind: 'nda', tags: more.tags ?? [], owner: { id: 'p1', name: 'P' } },
    present: Object.fromEntries(Object.entries(values).map(([id, value]) => [id, { value, confidence: 1, evidence: [], derivation: null, extractor: '', origin: 'USER', by: null, since: '' }])),
    memo: more.memo ?? '', candidates: {}, warnings: [], fields: [],
  } as unknown as RecordDetail;
}
const base = detail({ title: text('a'), court: text('x') }, { memo: 'old' });

describe('an edit', () => {
  it('holds only what differs', () => {
    const draft = { ...draftOf(base), values: { title: text('a'), court: null } };
    expect(changesOf(base, draft)).toEqual({ values: { court: null } });
    expect(isEmptyEdit(changesOf(base, { ...draftOf(base), values: { title: text('a') } }))).toBe(true);
  });
  it('holds the owning group when another or none is chosen', () => {
    const grouped = { ...base, record: { ...base.record, group: { id: 'g1', name: 'G' } } };
    expect(changesOf(grouped, draftOf(grouped))).toEqual({ values: {} });
    expect(changesOf(grouped, { ...draftOf(grouped), group: '' })).toEqual({ values: {}, group: '' });
    expect(isEmptyEdit(changesOf(base, { ...draftOf(base), group: 'g1' }))).toBe(false);
  });
  it('holds memo, tags and owner when they changed', () => {
    expect(changesOf(base, { ...draftOf(base), memo: 'new', tags: ['t'], owner: 'p2' })).toEqual({ values: {}, memo: 'new', tags: ['t'], owner: 'p2' });
  });
});

describe('a conflict', () => {
  const mine = changesOf(base, { ...draftOf(base), values: { title: text('mine'), court: text('y') }, memo: 'my memo' });
  const latest = detail({ title: text('theirs'), court: text('x'), extra: text('new') }, { memo: 'their memo', version: 2 });

  it('is only where both changed the same thing to different values', () => {
    expect(clashes(base, mine, latest).map((c) => c.key)).toEqual(['title', '@memo']);
    expect(clashes(base, mine, detail({ title: text('mine'), court: text('x') }, { memo: 'my memo' }))).toEqual([]);
  });
  it('lets the other one\'s further changes stand', () => {
    expect(takenOver(base, mine, latest)).toEqual(['extra']);
  });
  it('is resolved side by side', () => {
    const found = clashes(base, mine, latest);
    expect(resolve(mine, found, { title: 'theirs', '@memo': 'mine' })).toEqual({ values: { court: text('y') }, memo: 'my memo' });
    expect(resolve(mine, found, { title: 'mine', '@memo': 'theirs' })).toEqual({ values: { title: text('mine'), court: text('y') } });
  });
  it('counts a cleared field as a change', () => {
    const clearing = changesOf(base, { ...draftOf(base), values: { title: null } });
    expect(clashes(base, clearing, latest)[0]).toMatchObject({ key: 'title', mine: null });
  });
});
