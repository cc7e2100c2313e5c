import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ledgersQuery } from '../../api/queries';
import { useFormat } from '../../ui/useFormat';
import type { Entry } from './api';

/** Words for the codes of entries; a code without a word stands for itself. */
export function useEntryTexts() {
  const { t } = useTranslation();
  const format = useFormat();
  const { data: ledgers } = useQuery(ledgersQuery);
  return useMemo(() => {
    const fields = new Map(ledgers?.flatMap((ledger) => ledger.fields.map((field) => [field.id, format.label(field.label)] as const)));
    const word = (key: string, code: string) => t(`${key}.${code}` as 'audit.title', { defaultValue: code });
    return {
      action: (code: string) => word('audit.action', code),
      field: (code: string) => fields.get(code) ?? word('audit.field', code),
      subject: (type: string) => word('audit.subjectType', type),
      who: (entry: Entry) => (entry.actsFor ? t('audit.actsFor', { by: entry.by, name: entry.actsFor }) : entry.by || t('audit.nobody')),
    };
  }, [t, format, ledgers]);
}
