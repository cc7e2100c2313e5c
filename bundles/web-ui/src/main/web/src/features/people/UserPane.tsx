import { Alert, Button, Group, Modal, Select, Text, Title } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState, LineSkeletons, ProblemText, useProblemText } from '../../ui/States';
import { toastError, toastSaved } from '../../ui/toasts';
import { useFormat } from '../../ui/useFormat';
import { changeUser, createUser, deleteUser, endSessions, heldFactorsQuery, registrationQuery, resetFactors, userAction, userQuery, usersQuery, type User, type UserFields } from './api';
import { UserForm } from './UserForm';
import { UserSeals } from './UserSeals';
import { UserStateBadge } from './UserStateBadge';
import classes from './people.module.css';

/** A user, or the form for a new one. */
export function UserPane({ id, self, onOpen }: { id: string; self: string; onOpen: (id: string) => void }) {
  return id === 'new' ? <NewUser onOpen={onOpen} /> : <OneUser id={id} self={self} />;
}

function useRefresh() {
  const client = useQueryClient();
  return () => Promise.all(['users', 'user', 'groups'].map((key) => client.invalidateQueries({ queryKey: [key] })));
}

function NewUser({ onOpen }: { onOpen: (id: string) => void }) {
  const { t } = useTranslation();
  const refresh = useRefresh();
  const next = useQuery(registrationQuery);
  const create = useMutation({
    mutationFn: ({ loginId, fields }: { loginId: string; fields: UserFields }) => createUser(loginId, fields),
    onSuccess: (user) => {
      toastSaved(t('people.registered', { name: user.name, mail: user.mail }));
      onOpen(user.id);
      void refresh();
    },
  });
  if (next.isPending) return <LineSkeletons lines={6} />;
  if (next.isError) return <ErrorState error={next.error} onRetry={() => void next.refetch()} />;
  return (
    <>
      <Text c="dimmed" mb="md">{t('people.registerLead')}</Text>
      <UserForm registration={next.data} submit={t('people.registerSubmit')} pending={create.isPending} error={create.error} onSubmit={(fields, loginId) => create.mutate({ loginId, fields })} />
    </>
  );
}

function OneUser({ id, self }: { id: string; self: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const refresh = useRefresh();
  const detail = useQuery(userQuery(id));
  const next = useQuery(registrationQuery);
  const save = useMutation({
    mutationFn: ({ user, fields }: { user: User; fields: UserFields }) => changeUser(user, fields),
    onSuccess: (user) => {
      toastSaved(t('people.saved', { name: user.name }));
      void refresh();
    },
  });
  if (detail.isPending || next.isPending) return <LineSkeletons lines={8} />;
  if (detail.isError) return <ErrorState error={detail.error} onRetry={() => void detail.refetch()} />;
  if (next.isError) return <ErrorState error={next.error} onRetry={() => void next.refetch()} />;
  const { user, records } = detail.data;
  return (
    <>
      <div className={classes.paneHead}><Title order={2} fz={18}>{user.name}</Title><UserStateBadge user={user} /></div>
      <dl className={classes.facts}>
        <dt>{t('people.loginId')}</dt><dd className="tabular">{user.loginId}</dd>
        <dt>{t('people.created')}</dt><dd className="tabular">{format.time(user.created)}</dd>
        <dt>{t('people.lastSignIn')}</dt><dd className="tabular">{user.lastSignIn ? format.time(user.lastSignIn) : '–'}</dd>
        {user.initialExpires && <><dt>{t('people.initialExpires')}</dt><dd className="tabular">{format.time(user.initialExpires)}</dd></>}
        {user.lockedUntil && <><dt>{t('people.lockedUntil')}</dt><dd className="tabular">{format.time(user.lockedUntil)}</dd></>}
        <dt>{t('people.records')}</dt><dd className="tabular">{t('people.recordCount', { count: records })}</dd>
      </dl>
      {user.managed
        ? <Actions user={user} records={records} self={self} />
        : <Alert color="gray" variant="light" icon={<IconInfoCircle size={18} />} my="md"><Text c="var(--mantine-color-text)">{t('people.notManaged')}</Text></Alert>}
      <UserSeals user={user} />
      {user.state !== 'DELETED' && (
        <UserForm key={user.version} user={user} registration={next.data} submit={t('people.save')} pending={save.isPending} error={save.error} onSubmit={(fields) => save.mutate({ user, fields })} />
      )}
    </>
  );
}

type Action = 'lock' | 'unlock' | 'password' | 'factors' | 'sessions' | 'restore' | 'delete';

function Actions({ user, records, self }: { user: User; records: number; self: string }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const refresh = useRefresh();
  const [asking, setAsking] = useState<Action | null>(null);
  const [heir, setHeir] = useState<string | null>(null);
  const run = useMutation<unknown, unknown, Action>({
    mutationFn: (action) => (
      action === 'delete' ? deleteUser(user.id, heir)
        : action === 'sessions' ? endSessions(user.id)
          : action === 'factors' ? resetFactors(user.id)
            : userAction(user.id, action)),
    onSuccess: (_, action) => {
      setAsking(null);
      toastSaved(t(`people.done.${action}`, { name: user.name }));
      void refresh();
    },
    onError: (error, action) => {
      if (action === 'unlock') toastError(t('people.notDone'), problemText(error));
    },
  });
  const ask = (action: Action) => {
    run.reset();
    setHeir(null);
    setAsking(action);
  };
  const factors = useQuery({ ...heldFactorsQuery(user.id), enabled: user.state !== 'DELETED' }).data;
  const hasFactor = factors && (factors.totpSince || factors.passkeys.length > 0);
  const shut = user.state === 'LOCKED' || Boolean(user.lockedUntil);
  const button = (action: Action, label: string) => (
    <Button key={action} size="compact-md" variant="default" {...(action === 'delete' && { color: 'red', variant: 'light' })} loading={run.isPending && run.variables === action} onClick={() => (action === 'unlock' ? run.mutate(action) : ask(action))}>{label}</Button>
  );
  const own = user.id === self;
  return (
    <Group gap={8} my="md">
      {user.state === 'DELETED' ? button('restore', t('people.action.restore')) : (
        <>
          {shut ? button('unlock', t('people.action.unlock')) : !own && button('lock', t('people.action.lock'))}
          {!own && button('password', t('people.action.password'))}
          {!own && hasFactor && button('factors', t('people.action.factors'))}
          {button('sessions', t('people.action.sessions'))}
          {!own && button('delete', t('people.action.delete'))}
        </>
      )}
      {asking && (
        <Modal opened onClose={() => setAsking(null)} title={t(`people.ask.${asking}.title`, { name: user.name })} closeButtonProps={{ 'aria-label': t('action.close') }}>
          <Text mb="md">{t(`people.ask.${asking}.text`, { name: user.name, mail: user.mail })}</Text>
          {asking === 'delete' && records > 0 && <HeirSelect user={user} count={records} value={heir} onChange={setHeir} />}
          {run.isError && <Text c="var(--bad)" mb="md" role="alert"><ProblemText error={run.error} /></Text>}
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setAsking(null)} data-autofocus>{t('action.cancel')}</Button>
            <Button {...(asking === 'delete' && { color: 'red.8' })} disabled={asking === 'delete' && records > 0 && !heir} loading={run.isPending} onClick={() => run.mutate(asking)}>{t(`people.action.${asking}`)}</Button>
          </Group>
        </Modal>
      )}
    </Group>
  );
}

function HeirSelect({ user, count, value, onChange }: { user: User; count: number; value: string | null; onChange: (id: string | null) => void }) {
  const { t } = useTranslation();
  const { data } = useQuery(usersQuery('limit=200'));
  const others = (data?.users ?? []).filter((one) => one.id !== user.id && (one.state === 'ACTIVE' || one.state === 'INVITED'));
  return (
    <Select mb="md" label={t('people.heir')} description={t('people.heirText', { count })} searchable required value={value} onChange={onChange} nothingFoundMessage={t('people.noResult')}
      data={others.map((one) => ({ value: one.id, label: `${one.name}（${one.loginId}）` }))} />
  );
}
