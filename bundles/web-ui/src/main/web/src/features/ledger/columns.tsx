import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { FieldDefinition, FieldValue, Ledger, RecordRow } from '../../api/model';
import { sessionQuery } from '../../api/queries';
import { StateBadge } from '../../ui/StateBadge';
import { overdueField } from '../../ui/recordName';
import { useFormat } from '../../ui/useFormat';
import { isBuiltIn } from './listState';
import classes from './ledger.module.css';

export const fieldOf = (ledger: Ledger, id: string): FieldDefinition | undefined => ledger.fields.find((f) => f.id === id);

/** Name of a column: the ledger's own label, or ours for the built-in ones. */
export function useColumnLabel(ledger: Ledger) {
  const { t } = useTranslation();
  const { label } = useFormat();
  return (id: string) => {
    const field = fieldOf(ledger, id);
    return field ? label(field.label) : isBuiltIn(id) ? t(`column.${id}`) : id;
  };
}

export function alignsRight(ledger: Ledger, id: string): boolean {
  return id === 'number' || fieldOf(ledger, id)?.type === 'AMOUNT';
}

export function defaultWidth(ledger: Ledger, id: string): number {
  const type = fieldOf(ledger, id)?.type;
  if (id === ledger.titleField) return 240;
  if (id === 'number') return 104;
  if (id === 'input_state') return 150;
  if (id === 'file_name') return 240;
  if (id === 'registered') return 136;
  if (type === 'DATE') return 112;
  if (type === 'AMOUNT') return 130;
  if (type === 'TEXTS') return 240;
  if (type === 'FLAG' || type === 'PERIOD' || type === 'CHOICE' || id === 'kind') return 116;
  return 150;
}

/** The company of the person who looks. */
export function useOwnCompany(): string {
  const { data: session } = useQuery(sessionQuery);
  return session?.profile.tenantName ?? '';
}

/** Every contract names one's own company: in a narrow column the others come first. */
const othersFirst = (value: FieldValue, own: string): FieldValue =>
  value.type === 'TEXTS' && value.texts.length > 1 && value.texts.includes(own) ? { type: 'TEXTS', texts: [...value.texts.filter((text) => text !== own), own] } : value;

/** @param own name of one's own company, where it should not stand in front of others */
export function Cell({ ledger, record, column, own = '' }: { ledger: Ledger; record: RecordRow; column: string; own?: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const field = fieldOf(ledger, column);
  if (field) {
    const value = record.values[column];
    if (!value) {
      const kind = column === 'kind' ? ledger.kinds.find((k) => k.id === record.kind) : undefined;
      return kind ? <>{format.label(kind.label)}</> : <span className={classes.none}>–</span>;
    }
    const text = format.value(othersFirst(value, own), field);
    if (column === overdueField(record, ledger)) {
      return <span className={classes.overdue} title={t('list.overdue')}><IconAlertTriangle size={13} aria-label={t('list.overdue')} /> {text}</span>;
    }
    return <>{text}</>;
  }
  switch (column) {
    case 'input_state': return <StateBadge state={record.state} progress={record.progress} />;
    case 'number': return <>{record.number ?? '–'}</>;
    case 'kind': {
      const kind = ledger.kinds.find((k) => k.id === record.kind);
      return kind ? <>{format.label(kind.label)}</> : <span className={classes.none}>–</span>;
    }
    case 'owner': return record.owner ? <>{record.owner.name}</> : <span className={classes.none}>–</span>;
    case 'group': return record.group ? <>{record.group.name}</> : <span className={classes.none}>–</span>;
    case 'file_name': return <>{record.fileName}</>;
    case 'registered': return <>{format.time(record.registered)}</>;
    case 'tags': return record.tags.length ? <span className={classes.tags}>{record.tags.map((tag) => <span key={tag} className={classes.tag}>{tag}</span>)}</span> : <span className={classes.none}>–</span>;
    default: return <span className={classes.none}>–</span>;
  }
}
