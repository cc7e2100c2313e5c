import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Access } from '../../api/model';
import { accessQuery, changeAccess } from '../../api/queries';
import { RightsEditor, type Rights } from '../../ui/RightsEditor';
import { ErrorState, LineSkeletons, ProblemText } from '../../ui/States';
import { toastSaved } from '../../ui/toasts';

/** アクセス権限 of one record. */
export function AccessDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const access = useQuery({ ...accessQuery(id), refetchOnWindowFocus: false });
  return (
    <Modal opened onClose={onClose} size={600} title={<Text fw={600} fz={16}>{t('access.title')}</Text>} closeButtonProps={{ 'aria-label': t('action.close') }}>
      {access.isPending ? <LineSkeletons lines={4} />
        : access.isError ? <ErrorState error={access.error} onRetry={() => void access.refetch()} />
          : <Form key={access.data.version} id={id} access={access.data.value} version={access.data.version} onClose={onClose} />}
    </Modal>
  );
}

function Form({ id, access, version, onClose }: { id: string; access: Access; version: number; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [rights, setRights] = useState<Rights>({ everyone: access.everyone, owningGroup: access.owningGroup, grants: access.grants });
  const save = useMutation({
    mutationFn: () => changeAccess(id, version, rights),
    onSuccess: () => {
      for (const key of [['record', id], ['access', id], ['history', id], ['list'], ['overview']]) void client.invalidateQueries({ queryKey: key });
      toastSaved(t('access.saved'));
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <Text fz="sm" c="dimmed">{t('access.always')}{access.owner && ` ${t('access.owner', { name: access.owner.name })}`}</Text>
        {save.isError && <Text c="var(--bad)" role="alert"><ProblemText error={save.error} /></Text>}
        <RightsEditor rights={rights} owningGroup={access.group ? t('access.owningGroupNamed', { name: access.group.name }) : t('access.owningGroupNone')} disabled={!access.editable} onChange={setRights} />
        {access.byDefault && <Text fz="sm" c="dimmed">{t('access.byDefault')}</Text>}
        {!access.editable && <Text fz="sm" role="note">{t('access.readOnlyText')}</Text>}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>{access.editable ? t('action.cancel') : t('action.close')}</Button>
          {access.editable && <Button type="submit" loading={save.isPending}>{t('action.save')}</Button>}
        </Group>
      </Stack>
    </form>
  );
}
