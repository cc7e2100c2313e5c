import type { FieldDefinition } from '../../api/model';
import type { Condition } from './listState';

export type Trio = { date?: FieldDefinition; amount?: FieldDefinition; party?: FieldDefinition };
export type TrioInputs = { dateFrom: string; dateTo: string; amountFrom: string; amountTo: string; party: string };

/** Conditions that the inputs of the law's trio can show, and the rest. With OR everything is shown as rows. */
export function splitTrio(conditions: Condition[], trio: Trio, any: boolean): { inputs: TrioInputs; rest: Condition[] } {
  const inputs: TrioInputs = { dateFrom: '', dateTo: '', amountFrom: '', amountTo: '', party: '' };
  const place = (c: Condition): keyof TrioInputs | null => {
    if (c.negate || any) return null;
    if (c.field === trio.date?.id) return c.op === 'from' ? 'dateFrom' : c.op === 'to' ? 'dateTo' : null;
    if (c.field === trio.amount?.id) return c.op === 'from' ? 'amountFrom' : c.op === 'to' ? 'amountTo' : null;
    return c.field === trio.party?.id && c.op === 'contains' ? 'party' : null;
  };
  const rest: Condition[] = [];
  for (const condition of conditions) {
    const at = place(condition);
    if (at && !inputs[at]) inputs[at] = condition.value;
    else rest.push(condition);
  }
  return { inputs, rest };
}

export function joinTrio(inputs: TrioInputs, trio: Trio): Condition[] {
  const make = (field: FieldDefinition | undefined, op: Condition['op'], value: string): Condition[] =>
    field && value.trim() ? [{ field: field.id, op, value: value.trim(), negate: false }] : [];
  return [
    ...make(trio.date, 'from', inputs.dateFrom), ...make(trio.date, 'to', inputs.dateTo),
    ...make(trio.amount, 'from', inputs.amountFrom), ...make(trio.amount, 'to', inputs.amountTo),
    ...make(trio.party, 'contains', inputs.party),
  ];
}

/** Rows that were added but not filled in say nothing. */
export const usable = (c: Condition) => c.op === 'set' || c.op === 'not-set' || c.value.trim() !== '';
