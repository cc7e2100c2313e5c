import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccessLevel, FieldDefinition } from '../api/model';
import { ledgersQuery } from '../api/queries';
import { useFormat } from './useFormat';

const MOMENT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
/** Fields whose values are codes of ours, one on each line. */
const CODED = new Set(['method', 'password_policy', 'permissions', 'reason', 'stage', 'state']);
/** Fields that are true or false. */
const SWITCHES = new Set(['own_name_change', 'second_factor_required']);

/** Shows values as the history keeps them – texts without a type – as the pages show them. A code without a word stands for itself. */
export function useStoredValue() {
  const { t } = useTranslation();
  const format = useFormat();
  const { data: ledgers } = useQuery(ledgersQuery);
  return useMemo(() => {
    const fields = new Map(ledgers?.flatMap((ledger) => ledger.fields.map((field) => [field.id, field] as const)));
    const kinds = new Map(ledgers?.flatMap((ledger) => ledger.kinds.map((kind) => [kind.id, kind] as const)));
    const word = (key: string, code: string) => t(`${key}.${code}` as 'audit.title', { defaultValue: code });
    const levels = (text: string) => text.replace(/\b(NONE|VIEW|EDIT)$/gm, (level) => t(`access.level.${level as AccessLevel}`));
    /** For which ledger and group, everyone's level, that of the owning group, and those of others, a line each. */
    const rule = (text: string) => text
      .replace(/^(\S+) (.*)$/m, (_, ledger: string, group: string) => {
        const known = ledgers?.find((one) => one.id === ledger);
        return `${known ? format.label(known.label) : ledger === '*' ? t('access.allLedgers') : ledger} / ${group === '*' ? t('access.allGroups') : group}`;
      })
      .replace(/^everyone:/m, `${t('access.everyone')}:`).replace(/^owning group:/m, `${t('access.owningGroup')}:`);
    const ofField = (field: FieldDefinition, text: string) => {
      switch (field.type) {
        case 'DATE': return /^\d{4}-\d\d-\d\d$/.test(text) ? format.date(text) : text;
        case 'PERIOD': return format.value({ type: 'PERIOD', period: text }, field);
        case 'AMOUNT': {
          const [amount, currency] = text.split(' ');
          return format.value({ type: 'AMOUNT', amount: amount!, currency }, field);
        }
        case 'FLAG': return /^(true|false)$/.test(text) ? format.flag(text === 'true', field) : text;
        case 'CHOICE': return format.value({ type: 'CHOICE', choice: text }, field);
        case 'TEXTS': return format.list(text.split('\n'));
        default: return text;
      }
    };
    /** @param field its definition, where the caller knows it; of all ledgers otherwise */
    return (id: string, text: string, field = fields.get(id)) => {
      if (!text) return '';
      if (id === 'kind' && kinds.has(text)) return format.label(kinds.get(text)!.label);
      if (id === 'form') return word('history.form', text);
      if (id.startsWith('access_')) return levels(text);
      if (id === 'rule') return levels(rule(text));
      if (id === 'language') return text === 'ja' ? '日本語' : text === 'en' ? 'English' : text;
      if (SWITCHES.has(id)) return word('value', text);
      if (CODED.has(id)) return format.list(text.split('\n').map((code) => word(`audit.value.${id}`, code)));
      if (MOMENT.test(text)) return format.time(text);
      return field ? ofField(field, text) : text;
    };
  }, [t, format, ledgers]);
}
