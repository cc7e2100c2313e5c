import { Anchor, Button, Checkbox, Progress, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconChevronLeft, IconCircleCheck, IconDownload, IconHelpCircle, IconShieldCheck, IconShieldX } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { url } from '../../api/http';
import { errorText } from '../../locales';
import { ErrorState, LineSkeletons, SmallCode, useProblemText } from '../../ui/States';
import { toastError, toastSaved } from '../../ui/toasts';
import { useFormat } from '../../ui/useFormat';
import { useTitle } from '../../ui/useTitle';
import { seal, sealsQuery, verificationQuery, verify, type Finding, type Log, type LogReport, type Verification } from './api';
import { LogChoice } from './LogChoice';
import classes from './history.module.css';

/** Whether the history is as it was written; its time stamps; files to take away. */
export function VerificationPage({ operator, member, sealer }: { operator: boolean; member: boolean; sealer: boolean }) {
  const { t } = useTranslation();
  useTitle(t('audit.verification'));
  const [parameters, setParameters] = useSearchParams();
  const log: Log = !member || parameters.get('log') === 'PLATFORM' ? 'PLATFORM' : 'TENANT';
  return (
    <div className={classes.page}>
      <div><Anchor component={Link} to={`/admin/history${log === 'PLATFORM' ? '?log=PLATFORM' : ''}`} underline="hover"><IconChevronLeft size={16} aria-hidden style={{ verticalAlign: -3 }} /> {t('audit.title')}</Anchor></div>
      <Title order={1}>{t('audit.verification')}</Title>
      {operator && member && <LogChoice log={log} onChange={(wanted) => setParameters({ log: wanted })} />}
      <Verifier log={log} />
      <Seals log={log} sealer={sealer} />
      <section className={classes.section}>
        <Title order={2}>{t('audit.export')}</Title>
        <Text c="dimmed">{t('audit.exportLead')}</Text>
        <div className={classes.buttons}>
          <Button component="a" href={url(`/history/export?log=${log}`)} download variant="default" leftSection={<IconDownload size={17} />}>{t('audit.exportAll')}</Button>
          <Button component="a" href={url(`/history/heads?log=${log}`)} download variant="default" leftSection={<IconDownload size={17} />}>{t('audit.exportHeads')}</Button>
        </div>
      </section>
    </div>
  );
}

function Verifier({ log }: { log: Log }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const problemText = useProblemText();
  const [files, setFiles] = useState(false);
  const report = useQuery(verificationQuery(log));
  const start = useMutation({
    mutationFn: () => verify(log, files),
    onSuccess: (begun) => {
      client.setQueryData(verificationQuery(log).queryKey, begun);
      // Asks on from here, until it is over.
      void client.invalidateQueries({ queryKey: ['verification', log] });
    },
    onError: (error) => toastError(t('audit.notDone'), problemText(error)),
  });
  const running = report.data?.state === 'RUNNING';
  return (
    <section className={classes.section}>
      <Title order={2}>{t('audit.verify')}</Title>
      <Text c="dimmed">{t('audit.verifyLead')}</Text>
      <div className={classes.buttons}>
        <Button leftSection={<IconShieldCheck size={17} />} loading={start.isPending || running} onClick={() => start.mutate()}>{t('audit.verifyNow')}</Button>
        <Checkbox label={t('audit.withFiles')} checked={files} disabled={running} onChange={(e) => setFiles(e.currentTarget.checked)} />
      </div>
      <div aria-live="polite">
        {report.isPending ? <LineSkeletons lines={2} height={26} /> : report.isError ? <ErrorState error={report.error} onRetry={() => void report.refetch()} />
          : report.data ? <Result report={report.data} /> : <Text c="dimmed">{t('audit.neverVerified')}</Text>}
      </div>
    </section>
  );
}

function Result({ report }: { report: Verification }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (report.state === 'RUNNING') {
    return (
      <div className={classes.progress}>
        <Progress value={report.total ? (100 * report.done) / report.total : 0} aria-label={t('audit.verifying')} />
        <Text fz="sm" c="dimmed" className="tabular">{t('audit.progress', { done: format.number(report.done), total: format.number(report.total) })}{report.files && report.filesDone > 0 && ` ${t('audit.filesDone', { count: report.filesDone })}`}</Text>
      </div>
    );
  }
  const Icon = { GOOD: IconCircleCheck, DOUBTFUL: IconAlertTriangle, BAD: IconShieldX, FAILED: IconHelpCircle }[report.state];
  return (
    <>
      <div className={classes.verdict} data-state={report.state}>
        <Icon size={26} aria-hidden />
        <div>
          <b>{t(`audit.state.${report.state}`)}</b>
          <Text fz="sm">{t('audit.checked', { entries: format.number(report.done), time: format.time(report.ended ?? report.started), by: report.by })}{report.files && ` ${t('audit.filesDone', { count: report.filesDone })}`}{report.erasedTexts > 0 && ` ${t('audit.erased', { count: report.erasedTexts })}`}</Text>
        </div>
      </div>
      {report.logs.length > 0 && <ul className={classes.logs}>{report.logs.map((log) => <LogLine key={log.log} log={log} />)}</ul>}
      {report.findings.length > 0 && <ol className={classes.findings}>{report.findings.map((finding, i) => <FindingLine key={i} finding={finding} />)}</ol>}
    </>
  );
}

function LogLine({ log }: { log: LogReport }) {
  const { t } = useTranslation();
  const format = useFormat();
  const anchor = log.lastGood;
  return (
    <li>
      <b>{log.name || t('audit.ofPlatform')}</b>
      <span>{log.firstBad === undefined || log.firstBad === null ? t('audit.logGood', { entries: format.number(log.entries) }) : t('audit.logBad', { entries: format.number(log.entries), sequence: log.firstBad })}</span>
      <span className={classes.quiet}>{anchor ? t(`audit.anchor.${anchor.kind as 'seal'}`, { number: anchor.number, time: format.time(anchor.at), entries: format.number(anchor.entries) }) : t('audit.noAnchor')}</span>
      {log.root && <span className={classes.quiet}>{t('audit.root')} <SmallCode>{log.root}</SmallCode></span>}
    </li>
  );
}

function FindingLine({ finding }: { finding: Finding }) {
  const { t } = useTranslation();
  return (
    <li data-warning={finding.warning || undefined}>
      <b>{errorText(`finding.${finding.code}`, {}) ?? finding.code}</b>
      {finding.sequence !== undefined && finding.sequence !== null && <span className="tabular"> {t('audit.atEntry', { sequence: finding.sequence })}</span>}
      <div className={classes.quiet} lang="en">{finding.message}</div>
    </li>
  );
}

function Seals({ log, sealer }: { log: Log; sealer: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const problemText = useProblemText();
  const seals = useQuery(sealsQuery(log));
  const now = useMutation({
    mutationFn: seal,
    onSuccess: ({ number }) => {
      toastSaved(t('audit.sealed', { number }));
      void client.invalidateQueries({ queryKey: ['seals'] });
    },
    onError: (error) => toastError(t('audit.notDone'), problemText(error)),
  });
  return (
    <section className={classes.section}>
      <Title order={2}>{t('audit.seals')}</Title>
      <Text c="dimmed">{t('audit.sealsLead')}</Text>
      {sealer && <div className={classes.buttons}><Button variant="default" loading={now.isPending} onClick={() => now.mutate()}>{t('audit.sealNow')}</Button></div>}
      {seals.isPending ? <LineSkeletons lines={3} height={26} /> : seals.isError ? <ErrorState error={seals.error} onRetry={() => void seals.refetch()} />
        : seals.data.length === 0 ? <Text c="dimmed">{t('audit.noSeals')}</Text> : (
          <ul className={classes.logs}>
            {seals.data.slice(0, 30).map((one) => (
              <li key={one.number}>
                <b className="tabular">{t('audit.seal', { number: one.number })}</b>
                <span className="tabular">{format.time(one.at)}</span>
                <span>{t('audit.covers', { entries: format.number(one.entries) })}</span>
                <span className={classes.quiet}>{t('audit.authority', { name: one.authority })}</span>
              </li>
            ))}
          </ul>
        )}
    </section>
  );
}
