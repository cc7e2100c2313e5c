import { expect, it } from 'vitest';
import type { FieldValue, Ledger, RecordRow } from '../api/model';
import { overdueField } from './recordName';

const ledger = { overdueField: 'end_date', renewedField: 'current_end_date' } as Ledger;
const record = (values: Record<string, FieldValue>) => ({ values }) as RecordRow;
const on = (date: string): FieldValue => ({ type: 'DATE', date });

it('marks a day that has passed', () => {
  expect(overdueField(record({ end_date: on('2001-01-01') }), ledger)).toBe('end_date');
  expect(overdueField(record({ end_date: on('2999-01-01') }), ledger)).toBeNull();
  expect(overdueField(record({}), ledger)).toBeNull();
});
it('follows the day after a renewal where there is one', () => {
  expect(overdueField(record({ end_date: on('2001-01-01'), current_end_date: on('2999-01-01') }), ledger)).toBeNull();
  expect(overdueField(record({ end_date: on('2001-01-01'), current_end_date: on('2002-01-01') }), ledger)).toBe('current_end_date');
});
it('knows ledgers without such days', () => {
  expect(overdueField(record({ end_date: on('2001-01-01') }), {} as Ledger)).toBeNull();
});
