import { Button, Group, Modal, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../../ui/States';
import { toastError, toastSaved } from '../../ui/toasts';
import { endOtherSessions, endSession, type OpenSession } from './api';

/** Asks before a session, or all others, are ended. */
export function EndSession({ ending, what, onClose }: { ending: OpenSession | 'others' | null; what: string; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const problemText = useProblemText();
  const end = useMutation({
    mutationFn: async (wanted: OpenSession | 'others') => {
      if (wanted === 'others') return t('account.endedOthers', { n: (await endOtherSessions()).ended });
      await endSession(wanted.id);
      return t('account.ended');
    },
    onSuccess: (text) => toastSaved(text),
    onError: (error) => toastError(t('settings.notSaved'), problemText(error)),
    onSettled: () => {
      onClose();
      void client.invalidateQueries({ queryKey: ['sessions'] });
    },
  });
  return (
    <Modal opened={ending !== null} onClose={onClose} title={t('account.endTitle')} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <Text mb="md">{ending === 'others' ? t('account.endOthersText') : t('account.endText', { what })}</Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose} data-autofocus>{t('action.cancel')}</Button>
        <Button color="red.8" loading={end.isPending} onClick={() => ending && end.mutate(ending)}>{t('account.end')}</Button>
      </Group>
    </Modal>
  );
}
