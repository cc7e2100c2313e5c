import { Button, Stack, Text, Title } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Problem } from '../../api/http';
import { ProblemText } from '../../ui/States';
import { useTitle } from '../../ui/useTitle';
import { confirmMail } from './own';

/** What the link in a mail opens. Opening it changes nothing: mail programs open links by themselves. */
export function MailConfirmationPage({ secret }: { secret: string }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  useTitle(t('people.confirmTitle'));
  const confirm = useMutation({ mutationFn: () => confirmMail(secret), onSuccess: () => client.invalidateQueries() });
  const over = confirm.error instanceof Problem && confirm.error.code === 'mail.link';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!confirm.isPending) confirm.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <Title order={1}>{t('people.confirmTitle')}</Title>
        {confirm.isSuccess ? (
          <>
            <Text role="status"><IconCircleCheck size={18} color="var(--good)" aria-hidden style={{ verticalAlign: -3 }} /> {t('people.confirmDone')}</Text>
            <Button component={Link} to="/" size="md" fullWidth>{t('people.toStart')}</Button>
          </>
        ) : over ? (
          <>
            <Text c="var(--bad)" role="alert"><ProblemText error={confirm.error} /></Text>
            <Button component={Link} to="/settings/profile" size="md" fullWidth>{t('people.toProfile')}</Button>
          </>
        ) : (
          <>
            <Text>{t('people.confirmText')}</Text>
            {confirm.isError && <Text c="var(--bad)" role="alert"><ProblemText error={confirm.error} /></Text>}
            <Button type="submit" size="md" loading={confirm.isPending} fullWidth>{t('people.confirm')}</Button>
          </>
        )}
      </Stack>
    </form>
  );
}
