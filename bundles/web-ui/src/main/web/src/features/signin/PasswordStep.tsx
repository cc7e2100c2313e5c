import { Alert, Button, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Entry } from '../../api/model';
import { changeInitialPassword } from '../../api/queries';
import { isGood, NewPassword, nothingWanted } from '../../ui/NewPassword';
import { ProblemText } from '../../ui/States';
import { useTitle } from '../../ui/useTitle';

/** The password is replaced: an initial one, or one that is too short without a second factor. */
export function PasswordStep({ entry, onEntry }: { entry: Entry; onEntry: (entry: Entry) => void }) {
  const { t } = useTranslation();
  useTitle(t('entry.passwordTitle'));
  const [wanted, setWanted] = useState(nothingWanted);
  const change = useMutation({ mutationFn: () => changeInitialPassword(wanted.password), onSuccess: onEntry });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isGood(wanted, entry.passwordRule) && !change.isPending) change.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Title order={1} mb={4}>{t('entry.passwordTitle')}</Title>
      <Text fw={600}>{t('entry.hello', { name: entry.waitingFor?.name })}</Text>
      <Text c="dimmed" mb="lg">{t(`entry.passwordLead.${entry.waitingFor?.passwordDue ?? 'INITIAL'}`)}</Text>
      <input type="text" name="username" autoComplete="username" value={entry.waitingFor?.loginId ?? ''} readOnly hidden />
      <Stack gap="md">
        {change.isError && (
          <Alert color="red" variant="light" icon={<IconAlertTriangle size={18} />} role="alert">
            <Text c="var(--mantine-color-text)"><ProblemText error={change.error} /></Text>
          </Alert>
        )}
        <NewPassword rule={entry.passwordRule} wanted={wanted} onChange={setWanted} size="md" />
        <Button type="submit" size="md" loading={change.isPending} disabled={!isGood(wanted, entry.passwordRule)} fullWidth>{t('entry.continue')}</Button>
      </Stack>
    </form>
  );
}
