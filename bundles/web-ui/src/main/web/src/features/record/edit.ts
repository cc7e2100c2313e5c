import type { FieldValue, RecordDetail, RecordEdit } from '../../api/model';
import { sameValue } from '../../ui/values';

/** What a user is changing. `values` holds only touched fields; `wrong` those whose input cannot be read. */
export type Draft = {
  values: Record<string, FieldValue | null>;
  wrong: Record<string, true>;
  /** Grows when a value comes from elsewhere than the input, so that the input shows it. */
  filled: Record<string, number>;
  kind: string | null;
  memo: string;
  tags: string[];
  owner: string | null;
  /** Empty for none. */
  group: string;
};

export function draftOf(base: RecordDetail): Draft {
  return { values: {}, wrong: {}, filled: {}, kind: base.record.kind ?? null, memo: base.memo, tags: base.record.tags, owner: base.record.owner?.id ?? null, group: base.record.group?.id ?? '' };
}

export const valueIn = (detail: RecordDetail, field: string): FieldValue | null => detail.present[field]?.value ?? null;

export const draftValue = (base: RecordDetail, draft: Draft, field: string): FieldValue | null =>
  field in draft.values ? draft.values[field]! : valueIn(base, field);

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** Only what differs from the base is sent. */
export function changesOf(base: RecordDetail, draft: Draft): RecordEdit {
  const values = Object.fromEntries(Object.entries(draft.values).filter(([id, value]) => !sameValue(value, valueIn(base, id))));
  return {
    values,
    ...(draft.kind !== null && draft.kind !== (base.record.kind ?? null) && { kind: draft.kind }),
    ...(draft.memo !== base.memo && { memo: draft.memo }),
    ...(!same(draft.tags, base.record.tags) && { tags: draft.tags }),
    ...(draft.owner !== null && draft.owner !== (base.record.owner?.id ?? null) && { owner: draft.owner }),
    ...(draft.group !== (base.record.group?.id ?? '') && { group: draft.group }),
  };
}

export const isEmptyEdit = (edit: RecordEdit) =>
  Object.keys(edit.values).length === 0 && edit.kind === undefined && edit.memo === undefined && edit.tags === undefined && edit.owner === undefined && edit.group === undefined;

/** Where both changed the same thing since it was read. `key` is a field id, or memo, tags, kind, owner, group. */
export type Clash = { key: string; mine: unknown; theirs: unknown };
export type Side = 'mine' | 'theirs';

/** Compares three versions: what I read, what I want, what stands there now. */
export function clashes(base: RecordDetail, mine: RecordEdit, latest: RecordDetail): Clash[] {
  const found: Clash[] = [];
  for (const [id, value] of Object.entries(mine.values)) {
    const now = valueIn(latest, id);
    if (!sameValue(now, valueIn(base, id)) && !sameValue(now, value)) found.push({ key: id, mine: value, theirs: now });
  }
  const rest: [string, unknown, unknown, unknown][] = [
    ['kind', mine.kind, base.record.kind, latest.record.kind],
    ['memo', mine.memo, base.memo, latest.memo],
    ['tags', mine.tags, base.record.tags, latest.record.tags],
    ['owner', mine.owner, base.record.owner?.id ?? null, latest.record.owner?.id ?? null],
    ['group', mine.group, base.record.group?.id ?? '', latest.record.group?.id ?? ''],
  ];
  for (const [key, wanted, was, now] of rest) {
    if (wanted !== undefined && !same(was, now) && !same(wanted, now)) found.push({ key: `@${key}`, mine: wanted, theirs: now });
  }
  return found;
}

/** Fields that someone else changed and I did not touch: they are simply taken over. */
export function takenOver(base: RecordDetail, mine: RecordEdit, latest: RecordDetail): string[] {
  const all = new Set([...Object.keys(base.present), ...Object.keys(latest.present)]);
  return [...all].filter((id) => !(id in mine.values) && !sameValue(valueIn(base, id), valueIn(latest, id)));
}

/** My edit against the latest version, with the clashes decided. */
export function resolve(mine: RecordEdit, found: Clash[], sides: Record<string, Side>): RecordEdit {
  const dropped = new Set(found.filter((c) => sides[c.key] === 'theirs').map((c) => c.key));
  return {
    values: Object.fromEntries(Object.entries(mine.values).filter(([id]) => !dropped.has(id))),
    ...(mine.kind !== undefined && !dropped.has('@kind') && { kind: mine.kind }),
    ...(mine.memo !== undefined && !dropped.has('@memo') && { memo: mine.memo }),
    ...(mine.tags !== undefined && !dropped.has('@tags') && { tags: mine.tags }),
    ...(mine.owner !== undefined && !dropped.has('@owner') && { owner: mine.owner }),
    ...(mine.group !== undefined && !dropped.has('@group') && { group: mine.group }),
  };
}
