import { Button, NativeSelect, Text, Title } from '@mantine/core';
import { IconHistory, IconSearchOff, IconShieldCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { peopleQuery } from '../../api/queries';
import { DateField } from '../../ui/DateField';
import { EmptyState, ErrorState, LineSkeletons } from '../../ui/States';
import { useFormat } from '../../ui/useFormat';
import { useScreen } from '../../ui/useScreen';
import { useTitle } from '../../ui/useTitle';
import { actionsQuery, entriesQuery, type Entry, type Log } from './api';
import { Changes } from './Changes';
import { LogChoice } from './LogChoice';
import classes from './history.module.css';
import { useEntryTexts } from './useEntryTexts';

const CONDITIONS = ['user', 'action', 'from', 'until'] as const;
const DAY = 86_400_000;

/** The first moment of a day where the person is. @param after whole days to add */
function moment(day: string, after: number) {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return new Date(new Date(year, month - 1, date).getTime() + after * DAY).toISOString();
}

/** All that was done, newest first. Conditions and page are in the address. */
export function HistoryPage({ operator, member }: { operator: boolean; member: boolean }) {
  const { t } = useTranslation();
  const texts = useEntryTexts();
  useTitle(t('audit.title'));
  const phone = useScreen('(max-width: 48em)');
  const [parameters, setParameters] = useSearchParams();
  const log: Log = !member || parameters.get('log') === 'PLATFORM' ? 'PLATFORM' : 'TENANT';
  const value = (name: string) => parameters.get(name) ?? '';
  const asked = new URLSearchParams({ log });
  for (const name of ['user', 'action', 'page']) if (value(name)) asked.set(name, value(name));
  if (value('from')) asked.set('from', moment(value('from'), 0));
  if (value('until')) asked.set('until', moment(value('until'), 1));
  const list = useQuery(entriesQuery(asked.toString()));
  const actions = useQuery(actionsQuery(log));
  const people = useQuery({ ...peopleQuery, enabled: member });
  const change = (name: string, wanted: string | null) => setParameters((before) => {
    const next = new URLSearchParams(before);
    if (wanted) next.set(name, wanted);
    else next.delete(name);
    if (name !== 'page') next.delete('page');
    return next;
  });
  const filtered = CONDITIONS.some((name) => value(name));
  const entries = list.data?.entries ?? [];
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <Title order={1}>{t('audit.title')}</Title>
        <Button component={Link} to={`/admin/history/verification?log=${log}`} leftSection={<IconShieldCheck size={17} />}>{t('audit.verification')}</Button>
      </div>
      <Text c="dimmed">{t('audit.lead')}</Text>
      {operator && member && <LogChoice log={log} onChange={(wanted) => setParameters(wanted === 'PLATFORM' ? { log: wanted } : {})} />}
      <div className={classes.toolbar}>
        {log === 'TENANT' && <NativeSelect label={t('audit.user')} value={value('user')} onChange={(e) => change('user', e.currentTarget.value)}
          data={[{ value: '', label: t('audit.everybody') }, ...(people.data ?? []).map((person) => ({ value: person.id, label: person.name }))]} />}
        <NativeSelect label={t('audit.what')} value={value('action')} onChange={(e) => change('action', e.currentTarget.value)}
          data={[{ value: '', label: t('audit.everything') }, ...(actions.data ?? []).map((code) => ({ value: code, label: texts.action(code) }))]} />
        <DateField label={t('audit.from')} value={value('from') || null} onChange={(iso) => change('from', iso)} />
        <DateField label={t('audit.until')} value={value('until') || null} onChange={(iso) => change('until', iso)} />
      </div>
      {list.isError && !list.data ? <ErrorState error={list.error} onRetry={() => void list.refetch()} />
        : list.isPending ? <div className={classes.card}><LineSkeletons lines={8} height={26} /></div>
          : entries.length === 0 ? (
            filtered
              ? <EmptyState icon={<IconSearchOff size={28} stroke={1.5} />} title={t('audit.noResult')} action={<Button variant="default" onClick={() => setParameters(log === 'PLATFORM' ? { log } : {})}>{t('audit.reset')}</Button>} />
              : <EmptyState icon={<IconHistory size={28} stroke={1.5} />} title={t('audit.empty')} />
          ) : phone ? <Cards entries={entries} /> : <EntryTable entries={entries} dimmed={list.isPlaceholderData} />}
      {(value('page') || list.data?.next) && (
        <nav aria-label={t('audit.pager')} className={classes.pager}>
          <Button variant="default" disabled={!value('page')} onClick={() => change('page', null)}>{t('audit.newest')}</Button>
          <Button variant="default" disabled={!list.data?.next} onClick={() => change('page', list.data?.next ?? null)}>{t('audit.older')}</Button>
        </nav>
      )}
    </div>
  );
}

function EntryTable({ entries, dimmed }: { entries: Entry[]; dimmed: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const texts = useEntryTexts();
  return (
    <div className={classes.card}>
      <div className={classes.scroller} data-dimmed={dimmed || undefined}>
        <table className={classes.table}>
          <colgroup><col style={{ width: 96 }} /><col style={{ width: 160 }} /><col style={{ width: '16%' }} /><col style={{ width: '16%' }} /><col style={{ width: '20%' }} /><col /></colgroup>
          <thead>
            <tr>
              <th scope="col">{t('audit.number')}</th><th scope="col">{t('audit.when')}</th><th scope="col">{t('audit.who')}</th><th scope="col">{t('audit.what')}</th>
              <th scope="col">{t('audit.subject')}</th><th scope="col">{t('audit.changes')}</th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <tr key={entry.sequence}>
                <td className="tabular">{entry.sequence}</td>
                <td className="tabular"><time dateTime={entry.at}>{format.time(entry.at)}</time></td>
                <td>{texts.who(entry)}{entry.address && <Text fz={12} c="dimmed">{entry.address}</Text>}</td>
                <td>{texts.action(entry.action)}</td>
                <td><SubjectLink entry={entry} /></td>
                <td><Changes entry={entry} /></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function Cards({ entries }: { entries: Entry[] }) {
  const format = useFormat();
  const texts = useEntryTexts();
  return (
    <ul className={classes.cards}>
      {entries.map((entry) => (
        <li key={entry.sequence}>
          <div className={classes.cardTop}><b>{texts.action(entry.action)}</b><Text span fz={13} c="dimmed" className="tabular"><time dateTime={entry.at}>{format.time(entry.at)}</time></Text></div>
          <div>{texts.who(entry)}{entry.address && <Text span fz={12} c="dimmed" ml={8}>{entry.address}</Text>}</div>
          <div><SubjectLink entry={entry} /></div>
          <Changes entry={entry} />
        </li>
      ))}
    </ul>
  );
}

function SubjectLink({ entry }: { entry: Entry }) {
  const texts = useEntryTexts();
  const name = entry.subjectName || texts.subject(entry.subjectType);
  return entry.subjectType === 'record' && entry.subjectName
    ? <Link to={`/records/${entry.subjectId}`} className={classes.link}>{name}</Link>
    : <>{name}</>;
}
