import type { Ledger, RecordRow } from '../api/model';

/** What a record is called in lists: its title field, or the file's name until there is one. */
export function recordName(record: RecordRow, ledgers: Ledger[] | undefined): string {
  const ledger = ledgers?.find((l) => l.id === record.ledger);
  const title = ledger && record.values[ledger.titleField];
  return title?.type === 'TEXT' ? title.text : record.fileName;
}

/** Today where the user is, as yyyy-mm-dd. */
export function today(): string {
  const now = new Date();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
}

export function isOverdue(record: RecordRow, ledger: Ledger | undefined): boolean {
  const value = ledger?.overdueField ? record.values[ledger.overdueField] : undefined;
  return value?.type === 'DATE' && value.date < today();
}
