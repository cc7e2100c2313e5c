import { Button, Divider, Modal, PasswordInput, Stack, Text } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/http';
import { confirm, confirmByPasskey, passkeysQuery, startConfirmation } from './confirmation';
import { hasPasskeys, signWithPasskey } from './passkeys';
import { ProblemText, useProblemText } from './States';
import { toastError } from './toasts';

/** Whether the platform wants to know once more who sits there before it does this. */
export const needsConfirmation = (error: unknown) => error instanceof Problem && error.code === 'signin.confirm';

/** Changes for which the platform wants to know once more who sits there: it is asked, and the change is tried again. */
export function useConfirmedChange(onTried: () => void = () => undefined): { change: (what: () => Promise<void>) => Promise<void>; question: ReactNode } {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const [asking, setAsking] = useState<(() => Promise<void>) | null>(null);
  const change = async (what: () => Promise<void>) => {
    try {
      await what();
    } catch (error) {
      if (needsConfirmation(error)) setAsking(() => what);
      else toastError(t('settings.notSaved'), problemText(error));
    }
    onTried();
  };
  const question = (
    <Modal opened={asking !== null} onClose={() => setAsking(null)} title={t('factor.confirmTitle')} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <Confirmation onConfirmed={() => {
        const what = asking;
        setAsking(null);
        if (what) void change(what);
      }} />
    </Modal>
  );
  return { change, question };
}

function Confirmation({ onConfirmed }: { onConfirmed: () => void }) {
  const { t } = useTranslation();
  const [secret, setSecret] = useState('');
  const passkeys = useQuery(passkeysQuery);
  const attempt = useMutation({ mutationFn: () => confirm(secret), onSuccess: onConfirmed });
  const byPasskey = useMutation({ mutationFn: async () => confirmByPasskey(await signWithPasskey(startConfirmation)), onSuccess: onConfirmed });
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
        {hasPasskeys() && (passkeys.data?.length ?? 0) > 0 && (
          <>
            <Divider label={t('passkey.or')} />
            {byPasskey.isError && <Text c="var(--bad)" role="alert"><ProblemText error={byPasskey.error} /></Text>}
            <Button variant="default" leftSection={<IconKey size={18} />} loading={byPasskey.isPending} onClick={() => byPasskey.mutate()}>{t('passkey.confirm')}</Button>
          </>
        )}
      </Stack>
    </form>
  );
}
