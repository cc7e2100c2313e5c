import type { HistoryEntry } from '../../api/model';

/** One action of one person: what happened, and the fields it changed. */
export type HistoryAction = { at: string; by: string; action: string; note: string; changes: { field: string; from: string; to: string }[] };

/** The platform writes one line per field of an action, a moment apart. */
const ONE_ACTION = 2000;

/** Joins the lines of one action, newest first as they come; the fields of it stand in the order of the ledger. */
export function groupHistory(entries: HistoryEntry[], order: string[]): HistoryAction[] {
  const groups: HistoryAction[] = [];
  let earliest = 0;
  for (const { at, by, action, field, from, to } of entries) {
    const last = groups.at(-1);
    const time = Date.parse(at);
    const joins = last !== undefined && field !== '' && last.changes.length > 0 && last.by === by && last.action === action
      && earliest - time <= ONE_ACTION && !last.changes.some((change) => change.field === field);
    if (joins) last.changes.push({ field, from, to });
    else groups.push({ at, by, action, note: field ? '' : to, changes: field ? [{ field, from, to }] : [] });
    earliest = time;
  }
  const rank = (field: string) => (order.includes(field) ? order.indexOf(field) : order.length);
  groups.forEach((group) => group.changes.sort((a, b) => rank(a.field) - rank(b.field)));
  return groups;
}
