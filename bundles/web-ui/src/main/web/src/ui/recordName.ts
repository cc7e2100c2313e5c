import type { Ledger, RecordRow } from '../api/model';
import { errorText } from '../locales';

/** What a record is called in lists: its title field, or the file's name until there is one. */
export function recordName(record: RecordRow, ledgers: Ledger[] | undefined): string {
  const ledger = ledgers?.find((l) => l.id === record.ledger);
  const title = ledger && record.values[ledger.titleField];
  return title?.type === 'TEXT' ? title.text : record.fileName;
}

/** Why a record is not read, in the person's language where its code is known. */
export function reasonText(record: RecordRow): string | null {
  return record.reason ? (errorText(record.reason.code, {}) ?? record.reason.message) : null;
}

/** Today where the user is, as yyyy-mm-dd. */
export function today(): string {
  const now = new Date();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
}

/** The field whose day has passed, if it has; where a record was renewed, the day that counts is the one after the renewal. */
export function overdueField(record: RecordRow, ledger: Ledger | undefined): string | null {
  const renewed = ledger?.renewedField && record.values[ledger.renewedField] ? ledger.renewedField : null;
  const field = renewed ?? ledger?.overdueField;
  const value = field ? record.values[field] : undefined;
  return field && value?.type === 'DATE' && value.date < today() ? field : null;
}
