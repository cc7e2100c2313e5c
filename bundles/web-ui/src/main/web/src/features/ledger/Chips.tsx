import { Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { InputState, Ledger } from '../../api/model';
import { groupsQuery, peopleQuery } from '../../api/queries';
import { useFormat } from '../../ui/useFormat';
import { fieldOf, useColumnLabel } from './columns';
import type { Condition, ListState } from './listState';
import classes from './ledger.module.css';

/** Words of a condition, e.g. 契約終了日 2024/01/01 から. */
export function useConditionText(ledger: Ledger) {
  const { t } = useTranslation();
  const format = useFormat();
  const label = useColumnLabel(ledger);
  const { data: people = [] } = useQuery(peopleQuery);
  const { data: groups = [] } = useQuery(groupsQuery);
  const valueText = ({ field, op, value }: Condition): string => {
    if (field === 'input_state') return t(`inputState.${value as InputState}`, { defaultValue: value });
    const definition = fieldOf(ledger, field);
    if (field === 'kind') {
      const kind = ledger.kinds.find((k) => k.id === value);
      if (kind) return format.label(kind.label);
    }
    if (field === 'group') return groups.find((g) => g.id === value)?.name ?? value;
    if (field === 'owner') return people.find((p) => p.id === value)?.name ?? value;
    if (field === 'registered' || definition?.type === 'DATE') return /^\d{4}-\d\d-\d\d$/.test(value) ? format.date(value) : value;
    if (definition?.type === 'AMOUNT') return /^-?[\d.]+$/.test(value) ? format.value({ type: 'AMOUNT', amount: value }) : value;
    if (definition?.type === 'FLAG') return format.flag(value === 'true', definition);
    if (definition?.type === 'PERIOD') return format.value({ type: 'PERIOD', period: value });
    if (definition?.type === 'CHOICE') return format.value({ type: 'CHOICE', choice: value }, definition);
    return op === 'contains' ? t('condition.quoted', { value }) : value;
  };
  return (condition: Condition) => ({ field: label(condition.field), words: t(`condition.${condition.op}`, { value: valueText(condition) }) });
}

type Props = { ledger: Ledger; state: ListState; onChange: (change: Partial<ListState>) => void };

/** The conditions in force, above the list; a click turns one round, ✕ takes it away. */
export function Chips({ ledger, state, onChange }: Props) {
  const { t } = useTranslation();
  const text = useConditionText(ledger);
  const { conditions, keyword } = state;
  if (!conditions.length && !keyword) return null;
  return (
    <div className={classes.chips} role="group" aria-label={t('list.conditions')}>
      {keyword && (
        <span className={classes.chip}>
          <span className={classes.chipText}>{state.fullText ? t('list.fullText') : t('list.keyword')} <b>{t('condition.quoted', { value: keyword })}</b></span>
          <button type="button" aria-label={t('list.removeCondition', { name: keyword })} onClick={() => onChange({ keyword: '' })}><IconX size={13} /></button>
        </span>
      )}
      {conditions.map((condition, i) => {
        const { field, words } = text(condition);
        const without = conditions.filter((_, at) => at !== i);
        return (
          <span key={i} className={classes.chipGroup}>
            {i > 0 && state.any && <span className={classes.or}>{t('condition.or')}</span>}
            <span className={classes.chip} data-not={condition.negate || undefined}>
              <button type="button" className={classes.chipText} title={t('list.turnCondition')}
                onClick={() => onChange({ conditions: conditions.with(i, { ...condition, negate: !condition.negate }) })}>
                {condition.negate && <i>{t('condition.not')}</i>}{field} <b>{words}</b>
              </button>
              <button type="button" aria-label={t('list.removeCondition', { name: `${field} ${words}` })} onClick={() => onChange({ conditions: without })}><IconX size={13} /></button>
            </span>
          </span>
        );
      })}
      <Button size="compact-sm" variant="subtle" onClick={() => onChange({ conditions: [], keyword: '', any: false })}>{t('list.resetConditions')}</Button>
    </div>
  );
}
