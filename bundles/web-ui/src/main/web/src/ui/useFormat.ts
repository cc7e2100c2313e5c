import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldDefinition, FieldValue, Label, Language } from '../api/model';
import { usePreferences } from './preferences';
import { formatDate, formatTime, formatValue, inLanguage } from './values';

/** Shows values in the person's language and way of writing dates. */
export function useFormat() {
  const { t, i18n } = useTranslation();
  const { dates } = usePreferences();
  const language = i18n.language as Language;
  return useMemo(
    () => ({
      language,
      label: (label: Label) => inLanguage(label, language),
      date: (iso: string) => formatDate(iso, language, dates),
      time: (iso: string) => formatTime(iso, language, dates),
      number: (n: number) => n.toLocaleString('en-US'),
      value: (value: FieldValue, field?: FieldDefinition) =>
        formatValue(value, field, language, dates, { yes: t('value.yes'), no: t('value.no') }),
    }),
    [language, dates, t],
  );
}
export type Format = ReturnType<typeof useFormat>;
