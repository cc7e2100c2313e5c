import { Alert, Button, CopyButton, Group, Modal, Table, Text, TextInput, VisuallyHidden } from '@mantine/core';
import { IconCheck, IconCopy, IconKey } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiToken } from '../../api/model';
import { createToken, revokeToken, tokensQuery } from '../../api/queries';
import { ErrorState, LineSkeletons, ProblemText, SmallCode, useProblemText } from '../../ui/States';
import { toastError, toastSaved } from '../../ui/toasts';
import { useFormat } from '../../ui/useFormat';
import classes from './SettingsPage.module.css';

/** Personal API tokens: made here, their secret shown once, revoked here. */
export function Tokens() {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const problemText = useProblemText();
  const tokens = useQuery(tokensQuery);
  const [name, setName] = useState('');
  const [secret, setSecret] = useState<string | null>(null);
  const [ending, setEnding] = useState<ApiToken | null>(null);
  const refresh = () => client.invalidateQueries({ queryKey: tokensQuery.queryKey });
  const create = useMutation({
    mutationFn: () => createToken(name.trim()),
    onSuccess: (made) => {
      setSecret(made.secret);
      setName('');
      void refresh();
    },
  });
  const revoke = useMutation({
    mutationFn: (token: ApiToken) => revokeToken(token.id),
    onSuccess: (_, token) => {
      setEnding(null);
      toastSaved(t('settings.tokenRevoked', { name: token.name }));
      void refresh();
    },
    onError: (error) => toastError(t('settings.notSaved'), problemText(error)),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim()) create.mutate();
  };
  return (
    <>
      <form onSubmit={submit} className={classes.form}>
        <Group align="flex-end" gap={8} wrap="nowrap">
          <TextInput label={t('settings.tokenName')} placeholder={t('settings.tokenPrompt')} maxLength={100} value={name} onChange={(e) => setName(e.currentTarget.value)} style={{ flex: 1 }} />
          <Button type="submit" variant="default" loading={create.isPending} disabled={!name.trim()}>{t('settings.createToken')}</Button>
        </Group>
        {create.isError && <Text c="var(--bad)" mt={6} role="alert"><ProblemText error={create.error} /></Text>}
      </form>
      {secret && (
        <Alert mt="md" color="green" variant="light" icon={<IconKey size={18} />} title={t('settings.secretTitle')} withCloseButton closeButtonLabel={t('action.close')} onClose={() => setSecret(null)}>
          <Text c="var(--mantine-color-text)" mb={8}>{t('settings.secretText')}</Text>
          <Group gap={8} wrap="nowrap">
            <SmallCode>{secret}</SmallCode>
            <CopyButton value={secret}>
              {({ copied, copy }) => <Button size="compact-sm" variant="default" leftSection={copied ? <IconCheck size={15} /> : <IconCopy size={15} />} onClick={copy}>{copied ? t('viewer.copied') : t('viewer.copy')}</Button>}
            </CopyButton>
          </Group>
        </Alert>
      )}
      {tokens.isPending ? <LineSkeletons lines={2} height={28} /> : tokens.isError ? <ErrorState error={tokens.error} onRetry={() => void tokens.refetch()} /> : tokens.data.length > 0 && (
        <Table.ScrollContainer minWidth={480} mt="md">
          <Table verticalSpacing={8}>
            <Table.Thead><Table.Tr><Table.Th>{t('settings.tokenName')}</Table.Th><Table.Th>{t('settings.tokenCreated')}</Table.Th><Table.Th>{t('settings.tokenUsed')}</Table.Th><Table.Th><VisuallyHidden>{t('settings.revoke')}</VisuallyHidden></Table.Th></Table.Tr></Table.Thead>
            <Table.Tbody>
              {tokens.data.map((token) => (
                <Table.Tr key={token.id}>
                  <Table.Td>{token.name}</Table.Td>
                  <Table.Td className="tabular">{format.time(token.created)}</Table.Td>
                  <Table.Td className="tabular">{token.lastUsed ? format.time(token.lastUsed) : t('settings.tokenNever')}</Table.Td>
                  <Table.Td ta="right"><Button size="compact-sm" variant="subtle" color="red.8" className={classes.danger} aria-label={t('settings.revokeNamed', { name: token.name })} onClick={() => setEnding(token)}>{t('settings.revoke')}</Button></Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      <Modal opened={ending !== null} onClose={() => setEnding(null)} title={t('settings.revokeTitle')} closeButtonProps={{ 'aria-label': t('action.close') }}>
        <Text mb="md">{t('settings.revokeText', { name: ending?.name })}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={() => setEnding(null)} data-autofocus>{t('action.cancel')}</Button>
          <Button color="red.8" loading={revoke.isPending} onClick={() => ending && revoke.mutate(ending)}>{t('settings.revoke')}</Button>
        </Group>
      </Modal>
    </>
  );
}
