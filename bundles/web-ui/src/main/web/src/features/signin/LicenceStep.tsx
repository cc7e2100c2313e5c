import { Alert, Button, Group, Radio, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Entry } from '../../api/model';
import { licenceHoldersQuery, takeLicence } from '../../api/queries';
import { browserName } from '../../ui/browser';
import { ErrorState, LineSkeletons, ProblemText } from '../../ui/States';
import { useFormat } from '../../ui/useFormat';
import { useTitle } from '../../ui/useTitle';

/** All licences are in use: somebody is chosen and signed out, or the person tries again later. */
export function LicenceStep({ onEntry }: { onEntry: (entry: Entry) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  useTitle(t('licence.title'));
  const holders = useQuery({ ...licenceHoldersQuery, refetchInterval: 15_000 });
  const [chosen, setChosen] = useState<string | null>(null);
  const [late, setLate] = useState(false);
  const enter = useMutation({
    mutationFn: (session: string | null) => takeLicence(session),
    onMutate: () => setLate(false),
    onSuccess: (entry) => {
      onEntry(entry);
      setLate(entry.stage === 'LICENCE');
      setChosen(null);
      void holders.refetch();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (chosen && !enter.isPending) enter.mutate(chosen);
  };
  return (
    <form onSubmit={submit}>
      <Title order={1} mb={4}>{t('licence.title')}</Title>
      <Text mb="md">{t('licence.over')}</Text>
      <Stack gap="md">
        {enter.isError && (
          <Alert color="red" variant="light" icon={<IconAlertTriangle size={18} />} role="alert">
            <Text c="var(--mantine-color-text)"><ProblemText error={enter.error} /></Text>
          </Alert>
        )}
        {late && (
          <Alert color="yellow" variant="light" icon={<IconAlertTriangle size={18} />} role="alert">
            <Text c="var(--mantine-color-text)">{t('licence.late')}</Text>
          </Alert>
        )}
        {holders.isPending ? <LineSkeletons lines={3} /> : holders.isError ? <ErrorState error={holders.error} onRetry={() => void holders.refetch()} /> : (
          <Radio.Group label={t('licence.choose')} value={chosen} onChange={setChosen}>
            <Stack gap={12} mt={10} mah={320} style={{ overflowY: 'auto' }}>
              {holders.data.map((session) => (
                <Radio key={session.id} value={session.id} label={`${session.name}　${session.mail}`}
                  description={`${t('licence.since', { time: format.time(session.created) })} · ${browserName(session.browser) ?? session.address}`} />
              ))}
            </Stack>
          </Radio.Group>
        )}
        <Text fz="sm" c="dimmed">{t('licence.warning')}</Text>
        <Group grow>
          <Button variant="default" onClick={() => enter.mutate(null)} loading={enter.isPending && !chosen}>{t('licence.retry')}</Button>
          <Button type="submit" color="red.8" loading={enter.isPending && chosen !== null} disabled={!chosen}>{t('licence.force')}</Button>
        </Group>
      </Stack>
    </form>
  );
}
