import { Alert, Anchor, Box, Button, Checkbox, Divider, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle, IconKey } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Entry } from '../../api/model';
import { signIn, signInByPasskey, startPasskeySignIn } from '../../api/queries';
import { hasPasskeys, signWithPasskey } from '../../ui/passkeys';
import { ProblemText } from '../../ui/States';
import { useTitle } from '../../ui/useTitle';
import { SignInFrame } from './SignInFrame';
import { useEndedText } from './useEndedText';

export function SignInPage({ onSignedIn }: { onSignedIn: (entry: Entry) => void }) {
  const { t } = useTranslation();
  const ended = useEndedText();
  useTitle(t('signin.title'));
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [keep, setKeep] = useState(false);
  const loginInput = useRef<HTMLInputElement>(null);
  useEffect(() => loginInput.current?.focus(), []);
  const passwordInput = useRef<HTMLInputElement>(null);
  const attempt = useMutation({
    mutationFn: async (way: 'password' | 'passkey') => (way === 'password' ? signIn(login.trim(), password, keep) : signInByPasskey(await signWithPasskey(startPasskeySignIn), keep)),
    onSuccess: onSignedIn,
  });
  useEffect(() => {
    if (attempt.isError && attempt.variables === 'password') passwordInput.current?.select();
  }, [attempt.isError, attempt.variables]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!attempt.isPending) attempt.mutate('password');
  };
  return (
    <SignInFrame>
      <Title order={1} mb={4}>{t('signin.title')}</Title>
      <Text c="dimmed" mb="lg">{t('signin.lead')}</Text>
      <form onSubmit={submit}>
        <Stack gap="md">
          {ended && !attempt.isError && (
            <Alert color="blue" variant="light" icon={<IconInfoCircle size={18} />} role="status">
              <Text c="var(--mantine-color-text)">{ended}</Text>
            </Alert>
          )}
          {attempt.isError && (
            <Alert color="red" variant="light" icon={<IconAlertTriangle size={18} />} role="alert">
              <Text c="var(--mantine-color-text)"><ProblemText error={attempt.error} /></Text>
            </Alert>
          )}
          <TextInput label={t('signin.login')} name="username" autoComplete="username" required value={login} size="md"
            autoCapitalize="none" spellCheck={false} ref={loginInput} onChange={(e) => setLogin(e.currentTarget.value)} />
          <PasswordInput label={t('signin.password')} name="password" autoComplete="current-password" required value={password} size="md" ref={passwordInput}
            visibilityToggleButtonProps={{ 'aria-label': t('signin.showPassword') }} onChange={(e) => setPassword(e.currentTarget.value)} />
          <Checkbox label={t('signin.keep')} checked={keep} onChange={(e) => setKeep(e.currentTarget.checked)} />
          <Button type="submit" size="md" loading={attempt.isPending && attempt.variables === 'password'} fullWidth>{t('signin.submit')}</Button>
          {hasPasskeys() && (
            <>
              <Divider label={t('passkey.or')} />
              <Button variant="default" size="md" leftSection={<IconKey size={18} />} loading={attempt.isPending && attempt.variables === 'passkey'} onClick={() => attempt.mutate('passkey')} fullWidth>{t('passkey.signIn')}</Button>
            </>
          )}
        </Stack>
      </form>
      <Box ta="center" mt="lg"><Anchor component={Link} to="/forgot">{t('reset.forgotTitle')}</Anchor></Box>
    </SignInFrame>
  );
}
