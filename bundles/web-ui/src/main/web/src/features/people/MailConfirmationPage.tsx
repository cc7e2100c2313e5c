import { Button, Center, Stack, Text, Title } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ProblemText } from '../../ui/States';
import { useTitle } from '../../ui/useTitle';
import { confirmMail } from './own';

/** What the link in a mail opens. Opening it changes nothing: mail programs open links by themselves. */
export function MailConfirmationPage({ secret }: { secret: string }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  useTitle(t('people.confirmTitle'));
  const confirm = useMutation({ mutationFn: () => confirmMail(secret), onSuccess: () => client.invalidateQueries() });
  return (
    <Center component="main" mih="70vh" p="md">
      <Stack maw={440} gap="md">
        <Title order={1} fz={22}>{t('people.confirmTitle')}</Title>
        {confirm.isSuccess ? (
          <>
            <Text role="status"><IconCircleCheck size={18} aria-hidden style={{ verticalAlign: -3 }} /> {t('people.confirmDone')}</Text>
            <Link to="/">{t('people.toStart')}</Link>
          </>
        ) : (
          <>
            <Text>{t('people.confirmText')}</Text>
            {confirm.isError && <Text c="var(--bad)" role="alert"><ProblemText error={confirm.error} /></Text>}
            <div><Button loading={confirm.isPending} onClick={() => confirm.mutate()}>{t('people.confirm')}</Button></div>
          </>
        )}
      </Stack>
    </Center>
  );
}
