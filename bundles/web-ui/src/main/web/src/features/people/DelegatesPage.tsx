import { Button, Checkbox, Text, Title } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState, ErrorState, LineSkeletons, ProblemText, useProblemText } from '../../ui/States';
import { toastError, toastSaved } from '../../ui/toasts';
import { useTitle } from '../../ui/useTitle';
import { addDelegates, candidatesQuery, delegatesQuery, removeDelegate, type Delegate } from './own';
import { Search } from './UsersPage';
import classes from './people.module.css';

/** 署名操作代行: whom a signer lets operate the signature, and for whom one may. */
export function DelegatesPage({ signer }: { signer: boolean }) {
  const { t } = useTranslation();
  useTitle(t('people.delegates'));
  const client = useQueryClient();
  const problemText = useProblemText();
  const list = useQuery(delegatesQuery);
  const refresh = () => client.invalidateQueries({ queryKey: ['delegates'] });
  const remove = useMutation({
    mutationFn: (delegate: Delegate) => removeDelegate(delegate.id),
    onSuccess: (_, delegate) => toastSaved(t('people.delegateRemoved', { name: delegate.name }), () => void addDelegates([delegate.id]).then(refresh)),
    onError: (error) => toastError(t('people.notDone'), problemText(error)),
    onSettled: refresh,
  });
  if (list.isPending) return <LineSkeletons lines={5} />;
  if (list.isError) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  const { delegates, signers } = list.data;
  return (
    <div className={classes.page}>
      <Title order={1}>{t('people.delegates')}</Title>
      <Text c="dimmed">{t('people.delegatesLead')}</Text>
      {!signer && signers.length === 0 && <EmptyState icon={<IconUsers size={28} stroke={1.5} />} title={t('people.noDelegation')}>{t('people.delegatesNoSigner')}</EmptyState>}
      {signer && (
        <section className={classes.section}>
          <Title order={2} fz={17} mb="sm">{t('people.myDelegates')}</Title>
          {delegates.length === 0 ? <EmptyState icon={<IconUsers size={28} stroke={1.5} />} title={t('people.noDelegates')}>{t('people.noDelegatesText')}</EmptyState> : (
            <ul className={classes.groupList}>
              {delegates.map((delegate) => (
                <li key={delegate.id}>
                  <span>{delegate.name}</span><Text span c="dimmed" fz={13} className="tabular">{delegate.loginId}</Text>
                  {!delegate.active && <Text span c="dimmed" fz={13}>{t('people.delegateInactive')}</Text>}
                  <Button size="compact-sm" variant="default" aria-label={t('people.removeDelegate', { name: delegate.name })} onClick={() => remove.mutate(delegate)}>{t('people.remove')}</Button>
                </li>
              ))}
            </ul>
          )}
        </section>
      )}
      {signer && <Candidates onAdded={refresh} />}
      {signers.length > 0 && (
        <section className={classes.section}>
          <Title order={2} fz={17} mb="sm">{t('people.signers')}</Title>
          <ul className={classes.groupList}>{signers.map((one) => <li key={one.id}><span>{one.name}</span><Text span c="dimmed" fz={13} className="tabular">{one.loginId}</Text></li>)}</ul>
        </section>
      )}
    </div>
  );
}

function Candidates({ onAdded }: { onAdded: () => Promise<unknown> }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [ticked, setTicked] = useState<string[]>([]);
  const found = useQuery(candidatesQuery(text));
  const add = useMutation({
    mutationFn: () => addDelegates(ticked),
    onSuccess: () => {
      toastSaved(t('people.delegatesAdded', { count: ticked.length }));
      setTicked([]);
      void onAdded();
    },
  });
  return (
    <section className={classes.section}>
      <Title order={2} fz={17} mb="sm">{t('people.addDelegates')}</Title>
      <Search value="" label={t('people.search')} onChange={setText} />
      {found.isError ? <ErrorState error={found.error} onRetry={() => void found.refetch()} /> : found.isPending ? <LineSkeletons lines={3} height={24} /> : found.data.length === 0 ? <Text c="dimmed" my="md">{t('people.noResult')}</Text> : (
        <Checkbox.Group value={ticked} onChange={setTicked} aria-label={t('people.addDelegates')} my="md">
          <div className={classes.ticks}>{found.data.map((one) => <Checkbox key={one.id} value={one.id} label={`${one.name}（${one.loginId}）`} />)}</div>
        </Checkbox.Group>
      )}
      {add.isError && <Text c="var(--bad)" mb="sm" role="alert"><ProblemText error={add.error} /></Text>}
      <Button disabled={ticked.length === 0} loading={add.isPending} onClick={() => add.mutate()}>{t('people.addTicked', { count: ticked.length })}</Button>
    </section>
  );
}
