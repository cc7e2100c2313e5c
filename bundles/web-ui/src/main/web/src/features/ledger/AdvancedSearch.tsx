import { Alert, Button, Drawer, Group, NativeSelect, NumberInput, SegmentedControl, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconPlus, IconScale, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldType, InputState, Ledger } from '../../api/model';
import { groupsQuery, peopleQuery } from '../../api/queries';
import { DateField } from '../../ui/DateField';
import { IconButton } from '../../ui/IconButton';
import { readAmount, readPeriod } from '../../ui/values';
import { useFormat } from '../../ui/useFormat';
import { fieldOf, useColumnLabel } from './columns';
import { joinTrio, splitTrio, usable, type TrioInputs } from './advanced';
import { allColumns, lawTrio, type Condition, type ListState, type Operator } from './listState';
import classes from './ledger.module.css';

type Form = 'TEXTLIKE' | 'DATE' | 'AMOUNT' | 'NUMBER' | 'OPTIONS' | 'PERIOD';
const OPERATORS: Record<Form, Operator[]> = {
  TEXTLIKE: ['contains', 'is', 'set', 'not-set'],
  DATE: ['from', 'to', 'is', 'set', 'not-set'],
  AMOUNT: ['from', 'to', 'is', 'set', 'not-set'],
  NUMBER: ['is', 'from', 'to'],
  OPTIONS: ['is', 'set', 'not-set'],
  PERIOD: ['is', 'set', 'not-set'],
};
const FORMS: Record<FieldType, Form> = { TEXT: 'TEXTLIKE', TEXTS: 'TEXTLIKE', DATE: 'DATE', AMOUNT: 'AMOUNT', FLAG: 'OPTIONS', PERIOD: 'PERIOD', CHOICE: 'OPTIONS' };

function formOf(ledger: Ledger, id: string): Form {
  const field = fieldOf(ledger, id);
  if (field) return FORMS[field.type];
  if (id === 'number') return 'NUMBER';
  if (id === 'registered') return 'DATE';
  return id === 'input_state' || id === 'kind' || id === 'owner' || id === 'group' ? 'OPTIONS' : 'TEXTLIKE';
}

type Props = { ledger: Ledger; state: ListState; opened: boolean; onClose: () => void; onApply: (change: Partial<ListState>) => void };

export function AdvancedSearch(props: Props) {
  const { t } = useTranslation();
  return (
    <Drawer opened={props.opened} onClose={props.onClose} size={560} title={<Text fw={600} fz={16}>{t('advanced.title')}</Text>} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <SearchForm {...props} />
    </Drawer>
  );
}

function SearchForm({ ledger, state, onClose, onApply }: Props) {
  const { t } = useTranslation();
  const label = useColumnLabel(ledger);
  const trio = lawTrio(ledger);
  const [start] = useState(() => splitTrio(state.conditions, trio, state.any));
  const [law, setLaw] = useState<TrioInputs>(start.inputs);
  const [rows, setRows] = useState<Condition[]>(start.rest);
  const [any, setAny] = useState(state.any);
  const [keyword, setKeyword] = useState(state.keyword);
  const put = (i: number, change: Partial<Condition>) => setRows(rows.with(i, { ...rows[i]!, ...change }));
  const add = () => {
    const field = allColumns(ledger).find((c) => ![trio.date?.id, trio.amount?.id, trio.party?.id, 'input_state', 'number'].includes(c)) ?? 'file_name';
    setRows([...rows, { field, op: OPERATORS[formOf(ledger, field)][0]!, value: '', negate: false }]);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onApply({ keyword: keyword.trim(), conditions: [...joinTrio(law, trio), ...rows.filter(usable)], any });
    onClose();
  };
  return (
    <form onSubmit={submit} className={classes.advanced}>
      <Stack gap="lg" className={classes.advancedBody}>
        <TextInput label={t('list.keyword')} value={keyword} onChange={(e) => setKeyword(e.currentTarget.value)} description={t('advanced.keywordHint')} />
        <section className={classes.law} aria-labelledby="law-title">
          <Group gap={8} mb={8}><IconScale size={18} aria-hidden /><Title order={2} fz={14} id="law-title">{t('advanced.law')}</Title></Group>
          <Stack gap="sm">
            {trio.date && (
              <Group grow align="flex-end" gap={8} wrap="nowrap">
                <DateField label={t('advanced.from', { field: label(trio.date.id) })} value={law.dateFrom || null} onChange={(v) => setLaw({ ...law, dateFrom: v ?? '' })} />
                <DateField label={t('advanced.to', { field: label(trio.date.id) })} value={law.dateTo || null} onChange={(v) => setLaw({ ...law, dateTo: v ?? '' })} />
              </Group>
            )}
            {trio.amount && (
              <Group grow align="flex-end" gap={8} wrap="nowrap">
                <AmountInput label={t('advanced.from', { field: label(trio.amount.id) })} value={law.amountFrom} onChange={(v) => setLaw({ ...law, amountFrom: v })} />
                <AmountInput label={t('advanced.to', { field: label(trio.amount.id) })} value={law.amountTo} onChange={(v) => setLaw({ ...law, amountTo: v })} />
              </Group>
            )}
            {trio.party && <TextInput label={t('advanced.contains', { field: label(trio.party.id) })} value={law.party} onChange={(e) => setLaw({ ...law, party: e.currentTarget.value })} />}
          </Stack>
        </section>
        <section aria-labelledby="more-title">
          <Group justify="space-between" mb={8}>
            <Title order={2} fz={14} id="more-title">{t('advanced.more')}</Title>
            <SegmentedControl size="xs" value={any ? 'any' : 'all'} onChange={(v) => setAny(v === 'any')} aria-label={t('advanced.combine')}
              data={[{ value: 'all', label: t('advanced.all') }, { value: 'any', label: t('advanced.any') }]} />
          </Group>
          <Stack gap={8}>
            {rows.map((row, i) => {
              const form = formOf(ledger, row.field);
              return (
                <div key={i} className={classes.conditionRow} role="group" aria-label={t('advanced.condition', { n: i + 1 })}>
                  <NativeSelect aria-label={t('advanced.field')} value={row.field} className={classes.conditionField} data={allColumns(ledger).filter((c) => c !== 'status').map((c) => ({ value: c, label: label(c) }))}
                    onChange={(e) => {
                      const field = e.currentTarget.value;
                      put(i, { field, value: '', op: OPERATORS[formOf(ledger, field)][0]! });
                    }} />
                  <NativeSelect aria-label={t('advanced.operator')} value={`${row.negate ? '!' : ''}${row.op}`} className={classes.conditionOperator}
                    data={OPERATORS[form].flatMap((op) => [{ value: op as string, label: t(`operator.${op}`) }, ...(op === 'is' || op === 'contains' ? [{ value: `!${op}`, label: t(`operator.not-${op}`) }] : [])])}
                    onChange={(e) => {
                      const chosen = e.currentTarget.value;
                      put(i, { op: chosen.replace('!', '') as Operator, negate: chosen.startsWith('!') });
                    }} />
                  <div className={classes.conditionValue}>
                    {row.op !== 'set' && row.op !== 'not-set' && <ValueInput ledger={ledger} form={form} condition={row} onChange={(value) => put(i, { value })} />}
                  </div>
                  <IconButton label={t('advanced.remove', { n: i + 1 })} size={36} onClick={() => setRows(rows.filter((_, at) => at !== i))}><IconTrash size={16} /></IconButton>
                </div>
              );
            })}
            {rows.length === 0 && <Text c="dimmed" fz="sm">{t('advanced.none')}</Text>}
          </Stack>
          <Button variant="subtle" mt={8} leftSection={<IconPlus size={16} />} onClick={add}>{t('advanced.add')}</Button>
          {any && (law.dateFrom || law.dateTo || law.amountFrom || law.amountTo || law.party) && <Alert mt={8} color="yellow" variant="light"><Text fz="sm" c="var(--mantine-color-text)">{t('advanced.anyHint')}</Text></Alert>}
        </section>
      </Stack>
      <Group justify="space-between" className={classes.advancedFoot}>
        <Button variant="subtle" color="gray" onClick={() => { setLaw({ dateFrom: '', dateTo: '', amountFrom: '', amountTo: '', party: '' }); setRows([]); setKeyword(''); setAny(false); }}>{t('advanced.reset')}</Button>
        <Group gap={8}>
          <Button variant="default" onClick={onClose}>{t('action.cancel')}</Button>
          <Button type="submit">{t('advanced.search')}</Button>
        </Group>
      </Group>
    </form>
  );
}

function AmountInput({ label, value, onChange, ...rest }: { label?: string; 'aria-label'?: string; value: string; onChange: (plain: string) => void }) {
  return (
    <NumberInput label={label} {...rest} value={value} onChange={(v) => onChange(String(v))} thousandSeparator="," decimalScale={4} hideControls inputMode="decimal"
      onPaste={(event) => {
        const read = readAmount(event.clipboardData.getData('text'));
        if (read) {
          event.preventDefault();
          onChange(read.amount);
        }
      }} styles={{ input: { textAlign: 'right' } }} />
  );
}

function ValueInput({ ledger, form, condition, onChange }: { ledger: Ledger; form: Form; condition: Condition; onChange: (value: string) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data: people = [] } = useQuery(peopleQuery);
  const { data: groups = [] } = useQuery(groupsQuery);
  const name = t('advanced.value');
  const field = fieldOf(ledger, condition.field);
  const [typed, setTyped] = useState(() => (condition.value && form === 'PERIOD' ? format.value({ type: 'PERIOD', period: condition.value }) : ''));
  if (form === 'DATE') return <DateField aria-label={name} value={condition.value || null} onChange={(v) => onChange(v ?? '')} />;
  if (form === 'AMOUNT' || form === 'NUMBER') return <AmountInput aria-label={name} value={condition.value} onChange={onChange} />;
  if (form === 'PERIOD') {
    return <TextInput aria-label={name} placeholder={t('input.periodPrompt')} value={typed} error={typed && !readPeriod(typed) ? t('input.periodWrong') : null}
      onChange={(e) => { setTyped(e.currentTarget.value); onChange(readPeriod(e.currentTarget.value) ?? ''); }} />;
  }
  if (form === 'OPTIONS') {
    const options = condition.field === 'input_state' ? (['COMPLETE', 'INCOMPLETE', 'READING', 'WAITING', 'PROTECTED', 'FAILED'] as InputState[]).map((s) => ({ value: s as string, label: t(`inputState.${s}`) }))
      : condition.field === 'group' ? groups.map((g) => ({ value: g.id, label: g.path.join(' / ') }))
        : condition.field === 'owner' ? people.map((p) => ({ value: p.id, label: p.name }))
          : field?.type === 'FLAG' ? [true, false].map((flag) => ({ value: String(flag), label: format.flag(flag, field) }))
            : field?.type === 'CHOICE' ? field.choices.map((c) => ({ value: c.code, label: format.label(c.label) }))
              : ledger.kinds.map((k) => ({ value: k.id, label: format.label(k.label) }));
    return <NativeSelect aria-label={name} value={condition.value} onChange={(e) => onChange(e.currentTarget.value)} data={[{ value: '', label: t('input.choose') }, ...options]} />;
  }
  return <TextInput aria-label={name} value={condition.value} onChange={(e) => onChange(e.currentTarget.value)} />;
}
