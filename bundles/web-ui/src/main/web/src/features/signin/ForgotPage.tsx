import { Alert, Anchor, Box, Button, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconAlertTriangle, IconMail } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { requestReset } from '../../api/queries';
import { ProblemText } from '../../ui/States';
import { useTitle } from '../../ui/useTitle';
import { SignInFrame } from './SignInFrame';

/** パスワードをお忘れの場合: asks for a link by mail. Says the same whether there is such a user or not. */
export function ForgotPage() {
  const { t } = useTranslation();
  useTitle(t('reset.forgotTitle'));
  const [login, setLogin] = useState('');
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const ask = useMutation({ mutationFn: () => requestReset(login.trim()) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (login.trim() && !ask.isPending) ask.mutate();
  };
  return (
    <SignInFrame>
      <Title order={1} mb={4}>{t('reset.forgotTitle')}</Title>
      {ask.isSuccess ? (
        <Alert color="blue" variant="light" icon={<IconMail size={18} />} role="status" mt="md">
          <Text c="var(--mantine-color-text)">{t('reset.asked')}</Text>
        </Alert>
      ) : (
        <form onSubmit={submit}>
          <Text c="dimmed" mb="lg">{t('reset.forgotLead')}</Text>
          <Stack gap="md">
            {ask.isError && (
              <Alert color="red" variant="light" icon={<IconAlertTriangle size={18} />} role="alert">
                <Text c="var(--mantine-color-text)"><ProblemText error={ask.error} /></Text>
              </Alert>
            )}
            <TextInput label={t('signin.login')} name="username" autoComplete="username" required value={login} size="md" autoCapitalize="none" spellCheck={false} ref={input} onChange={(e) => setLogin(e.currentTarget.value)} />
            <Button type="submit" size="md" loading={ask.isPending} disabled={!login.trim()} fullWidth>{t('reset.send')}</Button>
          </Stack>
        </form>
      )}
      <Box ta="center" mt="lg"><Anchor component={Link} to="/signin">{t('reset.back')}</Anchor></Box>
    </SignInFrame>
  );
}
