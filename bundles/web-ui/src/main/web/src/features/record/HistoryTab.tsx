import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { RecordDetail } from '../../api/model';
import { historyQuery } from '../../api/queries';
import { ErrorState, LineSkeletons } from '../../ui/States';
import { useFormat } from '../../ui/useFormat';
import { formatDate, formatPeriod } from '../../ui/values';
import classes from './record.module.css';

/** 編集履歴: who, when, which field, from what to what. */
export function HistoryTab({ detail }: { detail: RecordDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const history = useQuery(historyQuery(detail.record.id, detail.record.version));
  if (history.isPending) return <LineSkeletons lines={5} height={40} />;
  if (history.isError) return <ErrorState error={history.error} onRetry={() => void history.refetch()} />;
  const nameOf = (id: string) => {
    const field = detail.fields.find((f) => f.id === id);
    return field ? format.label(field.label) : t(`record.${id}` as 'record.memo', { defaultValue: id });
  };
  const shown = (fieldId: string, text: string) => {
    const field = detail.fields.find((f) => f.id === fieldId);
    if (!text) return '–';
    if (field?.type === 'DATE' && /^\d{4}-\d\d-\d\d$/.test(text)) return formatDate(text, format.language, 'western');
    if (field?.type === 'PERIOD') return formatPeriod(text, format.language);
    if (field?.type === 'AMOUNT') {
      const [amount, currency] = text.split(' ');
      return format.value({ type: 'AMOUNT', amount: amount!, currency }, field);
    }
    if (field?.type === 'FLAG') return text === 'true' ? t('value.yes') : text === 'false' ? t('value.no') : text;
    if (field?.type === 'CHOICE') return format.value({ type: 'CHOICE', choice: text }, field);
    return text;
  };
  return (
    <ol className={classes.history}>
      {history.data.map((entry, i) => (
        <li key={i}>
          <div className={classes.historyHead}>
            <b>{t(`history.${entry.action}` as 'history.edited', { defaultValue: entry.action })}</b>
            <span>{entry.by || t('history.system')}</span>
            <time dateTime={entry.at}>{format.time(entry.at)}</time>
          </div>
          {entry.field ? (
            <div className={classes.historyChange}><span>{nameOf(entry.field)}</span>{entry.from && <><del>{shown(entry.field, entry.from)}</del><span aria-hidden>→</span></>}<ins>{shown(entry.field, entry.to)}</ins></div>
          ) : entry.to && <Text fz="sm" c="dimmed">{entry.to}</Text>}
        </li>
      ))}
    </ol>
  );
}
