import type { HistoryEntry } from '../../api/model';

/** One action of one person: what happened, why, and the fields it changed. */
export type HistoryAction = {
  entry: number; at: string; by: string; action: string; note: string; reason: string; changes: { field: string; from: string; to: string }[];
};

/** Joins the lines of one action, newest first as they come; the fields of it stand in the order of the ledger. */
export function groupHistory(lines: HistoryEntry[], order: string[]): HistoryAction[] {
  const groups: HistoryAction[] = [];
  for (const { entry, at, by, action, field, from, to, reason } of lines) {
    let group = groups.at(-1);
    if (group?.entry !== entry) groups.push(group = { entry, at, by, action, note: '', reason, changes: [] });
    if (field) group.changes.push({ field, from, to });
    else group.note = to;
  }
  const rank = (field: string) => (order.includes(field) ? order.indexOf(field) : order.length);
  groups.forEach((group) => group.changes.sort((a, b) => rank(a.field) - rank(b.field)));
  return groups;
}
