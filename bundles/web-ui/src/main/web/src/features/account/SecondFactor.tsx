import { Badge, Button, Group, Modal, PasswordInput, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/http';
import { RecoveryCodes } from '../../ui/RecoveryCodes';
import { ErrorState, LineSkeletons, ProblemText, useProblemText } from '../../ui/States';
import { toastError, toastSaved } from '../../ui/toasts';
import { TotpEnrolment } from '../../ui/TotpEnrolment';
import { useFormat } from '../../ui/useFormat';
import { addTotp, confirm, factorsQuery, removeTotp, renewCodes, startTotp } from './api';

type Shown = 'add' | 'remove' | { codes: string[] } | null;

/** The authenticator app and its recovery codes. Changes ask for the password once more when it was not given just now. */
export function SecondFactor() {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const problemText = useProblemText();
  const factors = useQuery(factorsQuery);
  const [shown, setShown] = useState<Shown>(null);
  const [asking, setAsking] = useState<(() => Promise<void>) | null>(null);
  const refresh = () => client.invalidateQueries({ queryKey: factorsQuery.queryKey });

  /** Does it, after asking for the password where the platform wants it. */
  const change = async (what: () => Promise<void>) => {
    try {
      await what();
    } catch (error) {
      if (error instanceof Problem && error.code === 'signin.confirm') setAsking(() => what);
      else toastError(t('settings.notSaved'), problemText(error));
    }
    void refresh();
  };
  const add = () => change(async () => {
    await startTotp();
    setShown('add');
  });
  const remove = () => change(async () => {
    setShown(null);
    await removeTotp();
    toastSaved(t('factor.removed'));
    void client.invalidateQueries({ queryKey: ['session'] });
  });
  const renew = () => change(async () => {
    const { recoveryCodes } = await renewCodes();
    setShown({ codes: recoveryCodes });
  });

  if (factors.isPending) return <LineSkeletons lines={2} />;
  if (factors.isError) return <ErrorState error={factors.error} onRetry={() => void factors.refetch()} />;
  const { totpSince, recoveryCodes, required } = factors.data;
  const close = { 'aria-label': t('action.close') };
  return (
    <>
      <Group gap={8} mb="xs">
        <Text fw={600}>{t('factor.app')}</Text>
        <Badge variant="light" tt="none" color={totpSince ? 'green' : 'gray'} c={totpSince ? 'var(--good)' : 'var(--mantine-color-text)'}>{totpSince ? t('factor.on') : t('factor.off')}</Badge>
      </Group>
      {totpSince ? (
        <>
          <Text c="dimmed" fz="sm" mb="sm">{t('factor.since', { time: format.time(totpSince) })} · {t('factor.codesLeft', { n: recoveryCodes })}</Text>
          <Group gap={8}>
            <Button variant="default" onClick={() => void renew()}>{t('factor.renew')}</Button>
            <Button variant="subtle" color="red.8" c="var(--bad)" disabled={required} onClick={() => setShown('remove')}>{t('factor.remove')}</Button>
          </Group>
          {required && <Text fz="sm" c="dimmed" mt={6}>{t('factor.requiredNote')}</Text>}
        </>
      ) : (
        <Button onClick={() => void add()}>{t('factor.addTitle')}</Button>
      )}
      <Modal opened={shown === 'add'} onClose={() => setShown(null)} title={t('factor.addTitle')} closeButtonProps={close} closeOnClickOutside={false}>
        <TotpEnrolment start={startTotp} add={addTotp} onAdded={({ recoveryCodes: codes }) => {
          setShown({ codes });
          void refresh();
          void client.invalidateQueries({ queryKey: ['session'] });
        }} />
      </Modal>
      <Modal opened={typeof shown === 'object' && shown !== null} onClose={() => setShown(null)} title={t('factor.codesTitle')} closeButtonProps={close} closeOnClickOutside={false} closeOnEscape={false}>
        {typeof shown === 'object' && shown !== null && <RecoveryCodes codes={shown.codes} onDone={() => setShown(null)} />}
      </Modal>
      <Modal opened={shown === 'remove'} onClose={() => setShown(null)} title={t('factor.removeTitle')} closeButtonProps={close}>
        <Text mb="md">{t('factor.removeText')}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={() => setShown(null)} data-autofocus>{t('action.cancel')}</Button>
          <Button color="red.8" onClick={() => void remove()}>{t('factor.remove')}</Button>
        </Group>
      </Modal>
      <Modal opened={asking !== null} onClose={() => setAsking(null)} title={t('factor.confirmTitle')} closeButtonProps={close}>
        <Confirmation onConfirmed={() => {
          const what = asking;
          setAsking(null);
          if (what) void change(what);
        }} />
      </Modal>
    </>
  );
}

function Confirmation({ onConfirmed }: { onConfirmed: () => void }) {
  const { t } = useTranslation();
  const [secret, setSecret] = useState('');
  const attempt = useMutation({ mutationFn: () => confirm(secret), onSuccess: onConfirmed });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!attempt.isPending) attempt.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <Text>{t('factor.confirmText')}</Text>
        <PasswordInput label={t('factor.confirmSecret')} autoComplete="current-password" required value={secret} onChange={(e) => setSecret(e.currentTarget.value)} data-autofocus
          visibilityToggleButtonProps={{ 'aria-label': t('signin.showPassword') }} error={attempt.isError ? <ProblemText error={attempt.error} /> : null} />
        <Button type="submit" loading={attempt.isPending} disabled={!secret}>{t('factor.confirmGo')}</Button>
      </Stack>
    </form>
  );
}
