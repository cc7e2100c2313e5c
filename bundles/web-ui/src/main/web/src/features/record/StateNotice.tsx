import { Button, Group, PasswordInput, Progress, Stack, Text } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordDetail } from '../../api/model';
import { completeRecord, retryRecord, unlockRecord, useRecordAction } from '../../api/queries';
import { ProblemText, useProblemText } from '../../ui/States';
import { toastError, toastSaved } from '../../ui/toasts';
import { reasonText } from '../../ui/recordName';
import { useFormat } from '../../ui/useFormat';
import classes from './record.module.css';

/** What is the matter with a record, and the way out of it. */
export function StateNotice({ detail, editing }: { detail: RecordDetail; editing: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const problemText = useProblemText();
  const { record } = detail;
  const retry = useRecordAction(record.id, () => retryRecord(record.id));
  const complete = useRecordAction(record.id, (wanted: boolean) => completeRecord(record.id, record.version, wanted));
  const reason = reasonText(record);
  const setComplete = (wanted: boolean) =>
    complete.mutate(wanted, {
      onSuccess: () => toastSaved(wanted ? t('record.completed') : t('record.reopened')),
      onError: (error) => toastError(t('record.notSaved'), problemText(error)),
    });
  const general = detail.warnings.filter((w) => w.fields.length === 0);
  const missing = detail.fields.filter((f) => f.required && !detail.present[f.id]);
  return (
    <>
      {record.state === 'WAITING' && <div className={classes.notice} data-tone="quiet"><Text>{reason ?? t('record.waiting')}</Text></div>}
      {record.state === 'READING' && (
        <div className={classes.notice} data-tone="busy" role="status">
          <Text>{t('record.reading')}</Text>
          <Progress value={Math.max(4, record.progress * 100)} size={6} mt={8} aria-label={t('record.reading')} />
        </div>
      )}
      {record.state === 'FAILED' && (
        <div className={classes.notice} data-tone="bad">
          <Text fw={600}>{t('record.failed')}</Text>
          <Text>{reason}{record.reason && <Text span c="dimmed" fz={12} ml={6}>({record.reason.code})</Text>}</Text>
          <Button mt={10} size="compact-sm" variant="default" leftSection={<IconRefresh size={15} />} loading={retry.isPending}
            onClick={() => retry.mutate(undefined, { onError: (error) => toastError(t('record.retryFailed'), problemText(error)) })}>{t('record.retry')}</Button>
        </div>
      )}
      {record.state === 'PROTECTED' && <UnlockForm id={record.id} />}
      {record.state === 'INCOMPLETE' && !editing && (
        <div className={classes.notice} data-tone="warn">
          <Text>{missing.length ? t('record.incomplete', { fields: missing.map((f) => format.label(f.label)).join(t('value.comma')) }) : t('record.incompleteShort')}</Text>
          <Button mt={10} size="compact-sm" variant="default" loading={complete.isPending} onClick={() => setComplete(true)}>{t('record.setComplete')}</Button>
        </div>
      )}
      {record.state === 'COMPLETE' && detail.completedByUser && missing.length > 0 && !editing && (
        <div className={classes.notice} data-tone="quiet">
          <Text>{t('record.completedByUser')}</Text>
          <Button mt={10} size="compact-sm" variant="default" loading={complete.isPending} onClick={() => setComplete(false)}>{t('record.reopen')}</Button>
        </div>
      )}
      {general.map((w) => <div key={w.code} className={classes.notice} data-tone="warn"><Text>{format.label(w.message)}</Text></div>)}
    </>
  );
}

function UnlockForm({ id }: { id: string }) {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  const unlock = useRecordAction(id, () => unlockRecord(id, password));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    unlock.mutate(undefined, { onSuccess: () => setPassword('') });
  };
  return (
    <div className={classes.notice} data-tone="warn">
      <form onSubmit={submit}>
        <Stack gap={8}>
          <Text>{t('record.protected')}</Text>
          <Group gap={8} align="flex-start" wrap="nowrap">
            <PasswordInput style={{ flex: 1 }} aria-label={t('record.password')} placeholder={t('record.password')} autoComplete="off" value={password} onChange={(e) => setPassword(e.currentTarget.value)}
              visibilityToggleButtonProps={{ 'aria-label': t('signin.showPassword') }} error={unlock.isError ? <ProblemText error={unlock.error} /> : null} />
            <Button type="submit" disabled={!password} loading={unlock.isPending}>{t('record.unlock')}</Button>
          </Group>
        </Stack>
      </form>
    </div>
  );
}
