import { Button, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../../ui/States';
import { toastError, toastSaved } from '../../ui/toasts';
import { useFormat } from '../../ui/useFormat';
import type { User } from './api';
import { approveSeal, sealImage, userSealsQuery, type Seal } from './own';
import classes from './people.module.css';

/** A user's seals for an administrator, who approves them. */
export function UserSeals({ user }: { user: User }) {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const problemText = useProblemText();
  const { data: seals = [] } = useQuery(userSealsQuery(user.id));
  const approve = useMutation({
    mutationFn: (seal: Seal) => approveSeal(seal.id),
    onSuccess: (seal) => {
      toastSaved(t('people.sealNowApproved', { name: seal.name }));
      void client.invalidateQueries({ queryKey: ['user', user.id, 'seals'] });
    },
    onError: (error) => toastError(t('people.notDone'), problemText(error)),
  });
  if (seals.length === 0) return null;
  return (
    <>
      <Title order={3} fz={15} mt="md">{t('people.seals')}</Title>
      <ul className={classes.seals}>
        {seals.map((seal) => (
          <li key={seal.id}>
            <img src={sealImage(seal.id)} alt={t('people.sealOf', { name: seal.name })} width={72} height={72} />
            <div>
              <Text fw={600}>{seal.name}</Text>
              {seal.approved ? <Text c="dimmed" fz={13}>{t('people.sealApproved', { name: seal.approvedBy ?? '–', time: format.time(seal.approved) })}</Text>
                : user.managed && <Button size="compact-sm" variant="default" aria-label={t('people.approveSeal', { name: seal.name })} onClick={() => approve.mutate(seal)}>{t('people.approve')}</Button>}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
