import { Anchor, Button, Group, PasswordInput, Progress, Text } from '@mantine/core';
import { IconAlertTriangle, IconChevronDown, IconChevronUp, IconCircleCheck, IconCircleX, IconFile, IconLock, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { announce } from '../../ui/announce';
import { IconButton } from '../../ui/IconButton';
import { StateBadge } from '../../ui/StateBadge';
import { ProblemText } from '../../ui/States';
import { reasonText } from '../../ui/recordName';
import { formatSize } from '../../ui/values';
import { DuplicateDialog } from './DuplicateDialog';
import { batchProgress, dismiss, dismissSettled, followUploads, isServerBusy, lockedOf, outcomeOf, progressOf, retryUpload, unlockUploads, useUploads, type Outcome, type Upload } from './store';
import classes from './uploads.module.css';

const OUTCOME_ICON = {
  busy: <IconFile size={18} aria-hidden />,
  done: <IconCircleCheck size={18} color="var(--good)" aria-hidden />,
  attention: <IconAlertTriangle size={18} color="var(--warn)" aria-hidden />,
  refused: <IconCircleX size={18} color="var(--bad)" aria-hidden />,
} satisfies Record<Outcome, React.ReactNode>;

/** Refusals that the same file meets every time. */
const FINAL = ['upload.unsupported', 'upload.empty', 'upload.corrupt', 'upload.too-large', 'upload.name', 'upload.malware'];

/** Cards at the bottom right: one per file, and the batch as a whole. */
export function UploadCards() {
  const { t } = useTranslation();
  const uploads = useUploads();
  const [open, setOpen] = useState(true);
  useEffect(followUploads, []);

  const count = (outcome: Outcome) => uploads.filter((u) => outcomeOf(u) === outcome).length;
  const busy = count('busy');
  const refused = count('refused');
  const attention = count('attention');
  const done = count('done');
  const before = useRef(0);
  useEffect(() => {
    if (before.current > 0 && busy === 0 && uploads.length) announce(t('upload.finished', { done, attention, refused }));
    before.current = busy;
  }, [busy, done, attention, refused, uploads.length, t]);
  const added = useRef(uploads.length);
  useEffect(() => {
    if (uploads.length > added.current) setOpen(true);
    added.current = uploads.length;
  }, [uploads.length]);

  if (uploads.length === 0) return null;
  const summary = busy ? t('upload.busy', { settled: uploads.length - busy, total: uploads.length }) : t('upload.settled', { count: uploads.length });
  return (
    <section className={classes.cards} aria-label={t('upload.title')} data-no-print>
      <div className={classes.head}>
        <Text fw={600} className={classes.grow}>{summary}</Text>
        <IconButton label={open ? t('action.collapse') : t('action.expand')} aria-expanded={open} onClick={() => setOpen(!open)} size={28}>
          {open ? <IconChevronDown size={18} /> : <IconChevronUp size={18} />}
        </IconButton>
        {busy === 0 && <IconButton label={t('action.close')} onClick={dismissSettled} size={28}><IconX size={18} /></IconButton>}
      </div>
      <Progress value={batchProgress(uploads) * 100} size={4} radius={0} aria-label={t('upload.batchProgress')} color={busy ? undefined : refused + attention ? 'yellow.7' : 'green.7'} />
      {!busy && (
        <Text fz="sm" c="dimmed" px={14} pt={8}>
          {[done && t('upload.countDone', { count: done }), attention && t('upload.countAttention', { count: attention }), refused && t('upload.countRefused', { count: refused })].filter(Boolean).join(' ・ ')}
        </Text>
      )}
      {open && lockedOf(uploads).length > 0 && <UnlockForm locked={lockedOf(uploads)} />}
      {open && <ul className={classes.list}>{uploads.map((upload) => <UploadCard key={upload.id} upload={upload} />)}</ul>}
    </section>
  );
}

function UploadCard({ upload }: { upload: Upload }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const outcome = outcomeOf(upload);
  const record = upload.phase === 'stored' ? upload.record : null;
  const progress = Math.round(progressOf(upload) * 100);
  return (
    <li className={classes.card} data-outcome={outcome}>
      <span className={classes.icon}>{OUTCOME_ICON[outcome]}</span>
      <div className={classes.grow}>
        <div className={classes.name}>
          {record ? <Anchor component={Link} to={`/records/${record.id}`} fw={500}>{upload.file.name}</Anchor> : <Text span fw={500}>{upload.file.name}</Text>}
        </div>
        {upload.phase === 'queued' && <Text fz={12} c="dimmed">{isServerBusy() ? t('upload.waitingForRoom') : t('upload.queued')} ・ {formatSize(upload.file.size)}</Text>}
        {upload.phase === 'sending' && <Text fz={12} c="dimmed" className="tabular">{t('upload.sending')} {Math.round(upload.sent * 100)}% ・ {formatSize(upload.file.size)}</Text>}
        {record && (
          <Group gap={8} mt={2}>
            <StateBadge state={record.state} />
            {outcome === 'attention' && <Anchor component={Link} to={`/records/${record.id}`} fz={12}>{t('upload.review')}</Anchor>}
          </Group>
        )}
        {outcome === 'busy' && <Progress value={progress} size={3} mt={6} aria-label={t('upload.progressOf', { name: upload.file.name })} />}
        {record?.state === 'FAILED' && record.reason && <Text fz={12} c="var(--bad)" mt={4}>{reasonText(record)}</Text>}
        {upload.phase === 'stored' && upload.locked && <Text fz={12} c="var(--bad)" mt={4} role="alert"><ProblemText error={upload.locked} /></Text>}
        {upload.phase === 'refused' && (
          <>
            <Text fz="sm" c="var(--bad)" mt={2}><ProblemText error={upload.problem} /></Text>
            {!FINAL.includes(upload.problem.code) && <Button size="compact-xs" variant="default" mt={6} onClick={() => retryUpload(upload.id)}>{t('action.tryAgain')}</Button>}
          </>
        )}
        {upload.phase === 'duplicate' && (
          <>
            <Text fz="sm" mt={2}>{t('upload.duplicateShort')}</Text>
            <Button size="compact-xs" variant="default" mt={6} onClick={() => setAsking(true)}>{t('upload.duplicateShow')}</Button>
            {asking && <DuplicateDialog upload={upload} onClose={() => setAsking(false)} />}
          </>
        )}
      </div>
      <IconButton label={t('upload.remove', { name: upload.file.name })} size={24} onClick={() => dismiss(upload.id)}><IconX size={14} /></IconButton>
    </li>
  );
}

/** One form for every file that waits for a password: files that come together often share one. */
function UnlockForm({ locked }: { locked: Upload[] }) {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  const [trying, setTrying] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTrying(true);
    void unlockUploads(password).then((opened) => {
      setTrying(false);
      if (opened) {
        setPassword('');
        announce(t('upload.unlocked', { count: opened }));
      } else field.current?.select();
    });
  };
  return (
    <form onSubmit={submit} className={classes.unlock} aria-label={t('upload.unlockTitle')}>
      <Text fz="sm" role="status"><IconLock size={15} aria-hidden className={classes.lock} />{locked.length === 1 ? t('upload.lockedOne', { name: locked[0]!.file.name }) : t('upload.lockedMany', { count: locked.length })}</Text>
      <div className={classes.password}>
        <PasswordInput ref={field} size="xs" aria-label={t('record.password')} placeholder={t('record.password')} autoComplete="off" value={password} className={classes.grow}
          visibilityToggleButtonProps={{ 'aria-label': t('signin.showPassword') }} onChange={(e) => setPassword(e.currentTarget.value)} />
        <Button size="xs" type="submit" disabled={!password} loading={trying}>{t('record.unlock')}</Button>
      </div>
    </form>
  );
}
