import { Button, Group, Modal, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemText } from '../../ui/States';
import { toastSaved } from '../../ui/toasts';
import { useFormat } from '../../ui/useFormat';
import { applicationQuery, applyRules, type Application } from './api';
import classes from './access.module.css';

/** Applies the saved rules to documents that are registered already, after a question that says how many they are. */
export function ApplyRules({ version, dirty }: { version: number; dirty: boolean }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const application = useQuery(applicationQuery);
  const [asking, setAsking] = useState(false);
  const apply = useMutation({
    mutationFn: () => applyRules(version),
    onSuccess: (begun) => {
      client.setQueryData(applicationQuery.queryKey, begun);
      setAsking(false);
      toastSaved(t('access.applyBegun'));
    },
  });
  const ask = () => {
    apply.reset();
    void application.refetch();
    setAsking(true);
  };
  const running = Boolean(application.data?.last && !application.data.last.finished);
  const eligible = application.data?.eligible ?? 0;
  const number = eligible.toLocaleString();
  return (
    <section className={classes.rule} aria-labelledby="apply-rules">
      <Title order={2} fz={17} id="apply-rules">{t('access.apply')}</Title>
      <Text c="dimmed" my={6}>{t('access.applyText')}</Text>
      {application.data?.last && <State last={application.data.last} />}
      {application.isError && <Text c="var(--bad)" role="alert"><ProblemText error={application.error} /></Text>}
      <Group gap={12} mt={10}>
        <Button variant="default" onClick={ask} disabled={dirty || running || !application.data}>{t('access.apply')}</Button>
        {dirty && <Text c="dimmed" fz={13}>{t('access.applySaveFirst')}</Text>}
      </Group>
      {asking && (
        <Modal opened onClose={() => setAsking(false)} title={t('access.applyTitle')} closeButtonProps={{ 'aria-label': t('action.close') }}>
          <Text mb="md">{eligible === 0 ? t('access.applyNone') : t('access.applyAsk', { number })}</Text>
          {apply.isError && <Text c="var(--bad)" mb="md" role="alert"><ProblemText error={apply.error} /></Text>}
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setAsking(false)} data-autofocus>{t('action.cancel')}</Button>
            {eligible > 0 && <Button loading={apply.isPending} onClick={() => apply.mutate()}>{t('access.applyStart', { number })}</Button>}
          </Group>
        </Modal>
      )}
    </section>
  );
}

function State({ last }: { last: NonNullable<Application['last']> }) {
  const { t } = useTranslation();
  const { time } = useFormat();
  const text = !last.finished ? 'access.applyRunning' : last.stopped ? 'access.applyStopped' : 'access.applyDone';
  return (
    <Text fz={14} aria-live="polite">
      {t(text, { time: time(last.started), by: last.by, done: last.lookedAt.toLocaleString(), total: last.total.toLocaleString(), changed: last.changed.toLocaleString() })}
    </Text>
  );
}
