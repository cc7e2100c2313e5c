import { Group, NativeSelect, TagsInput, TextInput, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldDefinition, FieldValue } from '../../api/model';
import { DateField } from '../../ui/DateField';
import { formatPeriod, groupDigits, readAmount, readPeriod } from '../../ui/values';
import { useFormat } from '../../ui/useFormat';

type Props = { field: FieldDefinition; value: FieldValue | null; onChange: (value: FieldValue | null, wrong?: boolean) => void };

const CURRENCIES = ['JPY', 'USD', 'EUR', 'GBP', 'CNY', 'KRW', 'SGD', 'TWD', 'HKD', 'AUD', 'CHF', 'CAD', 'THB', 'VND', 'INR'];

/** Absent is left out, as the platform does it. */
const money = (currency: string | undefined) => (currency ? { currency } : {});

/** The input of a field, by the form of its values. Remounted (by key) when a value comes from elsewhere. */
export function FieldInput({ field, value, onChange }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { label, language } = format;
  const name = label(field.label);
  const [typed, setTyped] = useState(() =>
    value?.type === 'AMOUNT' ? groupDigits(value.amount) : value?.type === 'PERIOD' ? formatPeriod(value.period, language) : value?.type === 'TEXT' ? value.text : '');
  const [wrong, setWrong] = useState(false);

  switch (field.type) {
    case 'TEXT':
      return <Textarea autosize minRows={1} maxRows={6} maxLength={2000} aria-label={name} value={typed}
        onChange={(e) => {
          const text = e.currentTarget.value;
          setTyped(text);
          onChange(text.trim() ? { type: 'TEXT', text: text.trim() } : null);
        }} />;
    case 'TEXTS':
      return <TagsInput aria-label={name} value={value?.type === 'TEXTS' ? value.texts : []} maxTags={100} placeholder={t('input.addPrompt')} splitChars={['\n']} acceptValueOnBlur
        clearButtonProps={{ 'aria-label': t('input.clear') }} onChange={(texts) => onChange(texts.length ? { type: 'TEXTS', texts } : null)} />;
    case 'DATE':
      return <DateField aria-label={name} value={value?.type === 'DATE' ? value.date : null} onChange={(date) => onChange(date ? { type: 'DATE', date } : null)} onWrong={() => onChange(value, true)} />;
    case 'AMOUNT': {
      const currency = value?.type === 'AMOUNT' ? value.currency : 'JPY';
      const change = (text: string) => {
        setTyped(text);
        const read = text.trim() ? readAmount(text) : null;
        setWrong(text.trim() !== '' && !read);
        onChange(read ? { type: 'AMOUNT', amount: read.amount, ...money(read.currency ?? currency) } : null, text.trim() !== '' && !read);
      };
      return (
        <Group gap={6} wrap="nowrap" align="flex-start">
          <TextInput aria-label={name} inputMode="decimal" style={{ flex: 1 }} styles={{ input: { textAlign: 'right' } }} value={typed} error={wrong ? t('input.amountWrong') : null}
            onChange={(e) => change(e.currentTarget.value)} onBlur={() => value?.type === 'AMOUNT' && !wrong && setTyped(groupDigits(value.amount))} />
          <NativeSelect aria-label={t('input.currency')} w={84} value={currency ?? ''} data={[{ value: '', label: '–' }, ...[...new Set([...(currency ? [currency] : []), ...CURRENCIES])]]}
            onChange={(e) => value?.type === 'AMOUNT' && onChange({ type: 'AMOUNT', amount: value.amount, ...money(e.currentTarget.value) })} />
        </Group>
      );
    }
    case 'FLAG':
      return <NativeSelect aria-label={name} value={value?.type === 'FLAG' ? String(value.flag) : ''} data={[{ value: '', label: '–' }, ...[true, false].map((flag) => ({ value: String(flag), label: format.flag(flag, field) }))]}
        onChange={(e) => onChange(e.currentTarget.value ? { type: 'FLAG', flag: e.currentTarget.value === 'true' } : null)} />;
    case 'PERIOD':
      return <TextInput aria-label={name} placeholder={t('input.periodPrompt')} value={typed} error={wrong ? t('input.periodWrong') : null}
        onChange={(e) => {
          const text = e.currentTarget.value;
          setTyped(text);
          const period = readPeriod(text);
          const bad = text.trim() !== '' && !period;
          setWrong(bad);
          onChange(period ? { type: 'PERIOD', period } : null, bad);
        }} />;
    case 'CHOICE':
      return <NativeSelect aria-label={name} value={value?.type === 'CHOICE' ? value.choice : ''} data={[{ value: '', label: '–' }, ...field.choices.map((c) => ({ value: c.code, label: label(c.label) }))]}
        onChange={(e) => onChange(e.currentTarget.value ? { type: 'CHOICE', choice: e.currentTarget.value } : null)} />;
  }
}
