import { Button, Group, Modal, Text } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useBlocker } from 'react-router';

/** Asks before unsaved changes are lost by going elsewhere. */
export function LeaveGuard({ dirty, onLeave }: { dirty: boolean; onLeave: () => void }) {
  const { t } = useTranslation();
  const blocker = useBlocker(({ currentLocation, nextLocation }) => {
    const open = (search: string) => new URLSearchParams(search).get('open');
    return dirty && (currentLocation.pathname !== nextLocation.pathname || open(currentLocation.search) !== open(nextLocation.search));
  });
  useEffect(() => {
    if (!dirty) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [dirty]);
  if (blocker.state !== 'blocked') return null;
  return (
    <Modal opened onClose={() => blocker.reset()} title={t('leave.title')} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <Text mb="md">{t('leave.text')}</Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={() => blocker.reset()} data-autofocus>{t('leave.stay')}</Button>
        <Button color="red.8" onClick={() => { onLeave(); blocker.proceed(); }}>{t('leave.discard')}</Button>
      </Group>
    </Modal>
  );
}
