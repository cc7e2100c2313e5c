import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { RecordDetail } from '../../api/model';
import { historyQuery } from '../../api/queries';
import { ErrorState, LineSkeletons } from '../../ui/States';
import { useFormat } from '../../ui/useFormat';
import { useStoredValue } from '../../ui/useStoredValue';
import { groupHistory } from './history';
import classes from './record.module.css';

/** 編集履歴: who, when, which field, from what to what. */
export function HistoryTab({ detail }: { detail: RecordDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const stored = useStoredValue();
  const history = useQuery(historyQuery(detail.record.id, detail.record.version));
  if (history.isPending) return <LineSkeletons lines={5} height={40} />;
  if (history.isError) return <ErrorState error={history.error} onRetry={() => void history.refetch()} />;
  const nameOf = (id: string) => {
    const field = detail.fields.find((f) => f.id === id);
    return field ? format.label(field.label) : t(`record.${id}` as 'record.memo', { defaultValue: id });
  };
  const shown = (id: string, text: string) => stored(id, text, detail.fields.find((field) => field.id === id)) || '–';
  return (
    <ol className={classes.history}>
      {groupHistory(history.data, detail.fields.map((f) => f.id)).map((entry) => (
        <li key={entry.entry}>
          <div className={classes.historyHead}>
            <b>{t(`history.${entry.action}` as 'history.edited', { defaultValue: entry.action })}</b>
            <span>{entry.by || t('history.system')}</span>
            <time dateTime={entry.at}>{format.time(entry.at)}</time>
          </div>
          {entry.note && <Text fz="sm" c="dimmed">{entry.note}</Text>}
          {entry.reason && <Text fz="sm">{t('history.reason', { reason: entry.reason })}</Text>}
          {entry.changes.length > 0 && (
            <dl className={classes.historyChanges}>
              {entry.changes.map((change) => (
                <div key={change.field}>
                  <dt>{nameOf(change.field)}</dt>
                  <dd>{change.from && <><del>{shown(change.field, change.from)}</del> <span aria-hidden>→</span> </>}<ins>{shown(change.field, change.to)}</ins></dd>
                </div>
              ))}
            </dl>
          )}
        </li>
      ))}
    </ol>
  );
}
