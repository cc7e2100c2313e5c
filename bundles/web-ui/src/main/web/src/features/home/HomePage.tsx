import { Anchor, Skeleton, Text, Title } from '@mantine/core';
import { IconCircleCheck, IconCloudUpload, IconFileText, IconInbox } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { InputState, Ledger, RecordRow } from '../../api/model';
import { ledgersQuery, overviewQuery } from '../../api/queries';
import { EmptyState, ErrorState } from '../../ui/States';
import { OverdueBadge, StateBadge } from '../../ui/StateBadge';
import { overdueField, reasonText, recordName } from '../../ui/recordName';
import { useFormat } from '../../ui/useFormat';
import { formatSize } from '../../ui/values';
import { useTitle } from '../../ui/useTitle';
import classes from './HomePage.module.css';

/** Documents that could not be read stand in no ledger yet, only in the list of what needs attention. */
const UNREAD: InputState[] = ['FAILED', 'PROTECTED'];
const COUNTED: InputState[] = ['INCOMPLETE', 'FAILED', 'PROTECTED', 'COMPLETE'];

/**
 * @param uploadButton opens the file chooser; files may be dropped anywhere anyway
 * @param notices of those who run the platform
 */
export function HomePage({ name, uploadButton, notices }: { name: string; uploadButton: ReactNode; notices: ReactNode }) {
  const { t } = useTranslation();
  useTitle(t('nav.home'));
  const { data: ledgers } = useQuery(ledgersQuery);
  const overview = useQuery(overviewQuery);
  const { number } = useFormat();
  const counts = overview.data?.counts;
  const empty = counts && Object.values(counts).every((n) => !n);
  return (
    <div className={classes.page}>
      <Title order={1}>{t('home.greeting', { name })}</Title>
      {notices}
      {uploadButton && (
        <section className={classes.drop} aria-label={t('upload.title')}>
          <span className={classes.dropIcon}><IconCloudUpload size={30} stroke={1.6} aria-hidden /></span>
          <div className={classes.dropText}>
            <Text fw={600} fz={16}>{t('home.drop')}</Text>
            <Text c="dimmed" fz="sm">{t('home.formats')}</Text>
          </div>
          {uploadButton}
        </section>
      )}
      {overview.isError && <ErrorState error={overview.error} onRetry={() => void overview.refetch()} />}
      {!empty && (
        <section className={classes.counts} aria-label={t('home.counts')}>
          {COUNTED.map((state) => (
            <div key={state} className={classes.count}>
              <StateBadge state={state} />
              {counts ? <span className={classes.figure}>{number(counts[state] ?? 0)}</span> : <Skeleton w={64} h={30} my={4} />}
              {counts && (counts[state] ?? 0) > 0 && (
                <span className={classes.links}>
                  {UNREAD.includes(state) ? <Anchor fz={12} href="#attention">{t('home.showAttention')}</Anchor> : ledgers?.map((l) => <LedgerLink key={l.id} ledger={l} state={state} />)}
                </span>
              )}
            </div>
          ))}
        </section>
      )}
      {overview.data && overview.data.working.length > 0 && <Section title={t('home.working')} rows={overview.data.working} ledgers={ledgers} />}
      {empty ? (
        <div className={classes.card}><EmptyState icon={<IconInbox size={28} stroke={1.5} />} title={t('home.emptyTitle')}>{t('home.emptyText')}</EmptyState></div>
      ) : (
        <div className={classes.columns}>
          <Section id="attention" title={t('home.attention')} rows={overview.data?.attention} ledgers={ledgers} why
            none={<EmptyState icon={<IconCircleCheck size={28} stroke={1.5} />} title={t('home.nothingTitle')}>{t('home.nothingText')}</EmptyState>} />
          <Section title={t('home.recent')} rows={overview.data?.recent} ledgers={ledgers} />
        </div>
      )}
    </div>
  );
}

function LedgerLink({ ledger, state }: { ledger: Ledger; state: InputState }) {
  const { label } = useFormat();
  return <Anchor component={Link} fz={12} to={`/ledgers/${ledger.id}?c=${encodeURIComponent(`input_state:is:${state}`)}`}>{label(ledger.label)}</Anchor>;
}

type SectionProps = { id?: string; title: string; rows: RecordRow[] | undefined; ledgers: Ledger[] | undefined; why?: boolean; none?: ReactNode };

function Section({ id, title, rows, ledgers, why, none }: SectionProps) {
  return (
    <section className={classes.section} id={id}>
      <Title order={2} mb={8}>{title}</Title>
      <div className={classes.card}>
        {rows ? (
          rows.length ? <ul className={classes.list}>{rows.map((row) => <Row key={row.id} record={row} ledgers={ledgers} why={why} />)}</ul> : none
        ) : <div className={classes.loading}>{Array.from({ length: 6 }, (_, i) => <Skeleton key={i} h={38} />)}</div>}
      </div>
    </section>
  );
}

function Row({ record, ledgers, why }: { record: RecordRow; ledgers: Ledger[] | undefined; why?: boolean | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  const ledger = ledgers?.find((l) => l.id === record.ledger);
  const name = recordName(record, ledgers);
  const parties = ledger?.fields.find((f) => f.role === 'MAIN' && f.id !== ledger.titleField && (f.type === 'TEXTS' || f.type === 'TEXT'));
  const party = parties && record.values[parties.id];
  const missing = ledger?.fields.filter((f) => f.required && !record.values[f.id]) ?? [];
  const overdue = ledger?.fields.find((f) => f.id === overdueField(record, ledger));
  let reason: string | null = null;
  if (why && record.state === 'INCOMPLETE' && missing.length) reason = t('home.missing', { fields: missing.map((f) => format.label(f.label)).join(t('value.comma')) });
  else if (why && (record.state === 'FAILED' || record.state === 'PROTECTED')) reason = reasonText(record);
  else if (why && overdue) reason = t('home.overdue', { field: format.label(overdue.label), date: format.value(record.values[overdue.id]!) });
  return (
    <li>
      <Link to={`/records/${record.id}`} className={classes.row}>
        <IconFileText size={19} stroke={1.5} aria-hidden className={classes.rowIcon} />
        <span className={classes.rowMain}>
          <span className={classes.rowName}>{name}</span>
          <span className={classes.rowSub}>{reason ?? (party ? format.value(party) : name === record.fileName ? formatSize(record.size) : record.fileName)}</span>
        </span>
        <span className={classes.rowSide}>
          {why && overdue && record.state === 'COMPLETE' ? <OverdueBadge /> : <StateBadge state={record.state} progress={record.progress} />}
          <span className={classes.rowTime}>{record.number !== undefined && ledger ? `${format.label(ledger.label)} ${record.number}` : format.time(record.registered)}</span>
        </span>
      </Link>
    </li>
  );
}
