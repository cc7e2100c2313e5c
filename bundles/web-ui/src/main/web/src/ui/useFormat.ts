import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldDefinition, FieldValue, Label, Language } from '../api/model';
import { usePreferences } from './preferences';
import { formatDate, formatList, formatTime, formatValue, inLanguage } from './values';

/** 自動更新の有無 is あり or なし; 期間の定めなし must not be なし: it is はい or いいえ. */
const flagWords = (t: TFunction, field: FieldDefinition | undefined) =>
  !field || field.label.ja.endsWith('有無') ? { yes: t('value.yes'), no: t('value.no') } : { yes: t('value.true'), no: t('value.false') };

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
      list: (items: string[]) => formatList(items, language),
      number: (n: number) => n.toLocaleString('en-US'),
      value: (value: FieldValue, field?: FieldDefinition) =>
        formatValue(value, field, language, dates, flagWords(t, field)),
      flag: (flag: boolean, field: FieldDefinition | undefined) => flagWords(t, field)[flag ? 'yes' : 'no'],
    }),
    [language, dates, t],
  );
}
export type Format = ReturnType<typeof useFormat>;
