import { Badge, Button, Group, Modal, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RecoveryCodes } from '../../ui/RecoveryCodes';
import { ErrorState, LineSkeletons } from '../../ui/States';
import { toastSaved } from '../../ui/toasts';
import { TotpEnrolment } from '../../ui/TotpEnrolment';
import { useFormat } from '../../ui/useFormat';
import { addTotp, factorsQuery, removeTotp, renewCodes, startTotp } from './api';
import { useConfirmedChange } from '../../ui/useConfirmedChange';

type Shown = 'add' | 'remove' | { codes: string[] } | null;

/** The authenticator app, and the recovery codes. */
export function SecondFactor() {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const factors = useQuery(factorsQuery);
  const [shown, setShown] = useState<Shown>(null);
  const refresh = () => client.invalidateQueries({ queryKey: factorsQuery.queryKey });

  const { change, question } = useConfirmedChange(() => void refresh());
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
          <Text c="dimmed" fz="sm" mb="sm">{t('factor.since', { time: format.time(totpSince) })}</Text>
          <Group gap={8}>
            <Button variant="subtle" color="red.8" c="var(--bad)" onClick={() => setShown('remove')}>{t('factor.remove')}</Button>
          </Group>
        </>
      ) : (
        <Button onClick={() => void add()}>{t('factor.addTitle')}</Button>
      )}
      {recoveryCodes > 0 && (
        <>
          <Text fw={600} mt="lg">{t('factor.codesTitle')}</Text>
          <Text c="dimmed" fz="sm" mb="sm">{t('factor.codesLeft', { n: recoveryCodes })}</Text>
          <Button variant="default" onClick={() => void renew()}>{t('factor.renew')}</Button>
        </>
      )}
      <Modal opened={shown === 'add'} onClose={() => setShown(null)} title={t('factor.addTitle')} closeButtonProps={close} closeOnClickOutside={false}>
        <TotpEnrolment start={startTotp} add={addTotp} onAdded={({ recoveryCodes: codes }) => {
          setShown(codes.length ? { codes } : null);
          void refresh();
          void client.invalidateQueries({ queryKey: ['session'] });
        }} />
      </Modal>
      <Modal opened={typeof shown === 'object' && shown !== null} onClose={() => setShown(null)} title={t('factor.codesTitle')} closeButtonProps={close} closeOnClickOutside={false} closeOnEscape={false}>
        {typeof shown === 'object' && shown !== null && <RecoveryCodes codes={shown.codes} onDone={() => setShown(null)} />}
      </Modal>
      <Modal opened={shown === 'remove'} onClose={() => setShown(null)} title={t('factor.removeTitle')} closeButtonProps={close}>
        <Text mb="md">{t('factor.removeText')}{required && ` ${t('factor.requiredNote')}`}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={() => setShown(null)} data-autofocus>{t('action.cancel')}</Button>
          <Button color="red.8" onClick={() => void remove()}>{t('factor.remove')}</Button>
        </Group>
      </Modal>
      {question}
    </>
  );
}
