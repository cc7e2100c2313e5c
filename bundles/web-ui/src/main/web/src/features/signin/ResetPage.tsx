import { Alert, Anchor, Box, Button, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { lookAtReset, setForgottenPassword } from '../../api/queries';
import { isGood, NewPassword, nothingWanted } from '../../ui/NewPassword';
import { LineSkeletons, ProblemText } from '../../ui/States';
import { useTitle } from '../../ui/useTitle';
import { SignInFrame } from './SignInFrame';

/** Behind the link of a mail: opening it changes nothing, sending the form uses it. */
export function ResetPage() {
  const { t } = useTranslation();
  useTitle(t('reset.title'));
  const token = useLocation().hash.slice(1);
  const [wanted, setWanted] = useState(nothingWanted);
  const reset = useQuery({ queryKey: ['reset', token], queryFn: () => lookAtReset(token), retry: false, refetchOnWindowFocus: false, gcTime: 0 });
  const change = useMutation({ mutationFn: () => setForgottenPassword(token, wanted.password) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reset.data && isGood(wanted, reset.data.passwordRule) && !change.isPending) change.mutate();
  };
  return (
    <SignInFrame>
      <Title order={1} mb={4}>{t('reset.title')}</Title>
      {change.isSuccess ? (
        <>
          <Alert color="green" variant="light" icon={<IconCheck size={18} />} role="status" my="md">
            <Text c="var(--mantine-color-text)">{t('reset.done')}</Text>
          </Alert>
          <Button component={Link} to="/signin" size="md" fullWidth>{t('reset.toSignIn')}</Button>
        </>
      ) : reset.isPending ? <LineSkeletons lines={2} /> : reset.isError ? (
        <>
          <Alert color="red" variant="light" icon={<IconAlertTriangle size={18} />} role="alert" my="md">
            <Text c="var(--mantine-color-text)"><ProblemText error={reset.error} /></Text>
          </Alert>
          <Button component={Link} to="/forgot" size="md" fullWidth>{t('reset.again')}</Button>
        </>
      ) : (
        <form onSubmit={submit}>
          <Text fw={600} mb="lg">{t('entry.hello', { name: reset.data.name })}</Text>
          <input type="text" name="username" autoComplete="username" value={reset.data.loginId} readOnly hidden />
          <Stack gap="md">
            {change.isError && (
              <Alert color="red" variant="light" icon={<IconAlertTriangle size={18} />} role="alert">
                <Text c="var(--mantine-color-text)"><ProblemText error={change.error} /></Text>
              </Alert>
            )}
            <NewPassword rule={reset.data.passwordRule} wanted={wanted} onChange={setWanted} size="md" />
            <Button type="submit" size="md" loading={change.isPending} disabled={!isGood(wanted, reset.data.passwordRule)} fullWidth>{t('reset.change')}</Button>
          </Stack>
        </form>
      )}
      <Box ta="center" mt="lg"><Anchor component={Link} to="/signin">{t('reset.back')}</Anchor></Box>
    </SignInFrame>
  );
}
