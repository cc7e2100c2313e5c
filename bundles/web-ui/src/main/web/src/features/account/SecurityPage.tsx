import { Button, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session } from '../../api/model';
import { changePassword } from '../../api/queries';
import { isGood, NewPassword, nothingWanted } from '../../ui/NewPassword';
import { ProblemText } from '../../ui/States';
import { toastSaved } from '../../ui/toasts';
import { useTitle } from '../../ui/useTitle';
import classes from './account.module.css';
import { OwnSessions } from './OwnSessions';
import { Passkeys } from './Passkeys';
import { SecondFactor } from './SecondFactor';

/** 設定 → セキュリティ: what keeps the own account safe. */
export function SecurityPage({ session }: { session: Session }) {
  const { t } = useTranslation();
  useTitle(t('account.security'));
  return (
    <div className={classes.page}>
      <Title order={1}>{t('account.security')}</Title>
      <section className={classes.section}>
        <Title order={2} mb={14}>{t('account.passwordTitle')}</Title>
        <Password session={session} />
      </section>
      <section className={classes.section}>
        <Title order={2}>{t('factor.sectionTitle')}</Title>
        <Text c="dimmed" fz="sm" mb={14}>{t('factor.sectionLead')}</Text>
        <SecondFactor />
      </section>
      <section className={classes.section}>
        <Title order={2}>{t('passkey.title')}</Title>
        <Text c="dimmed" fz="sm" mb={14}>{t('passkey.lead')}</Text>
        <Passkeys />
      </section>
      <section className={classes.section}>
        <Title order={2}>{t('account.sessionsTitle')}</Title>
        <Text c="dimmed" fz="sm" mb={14}>{t('account.sessionsLead')}</Text>
        <OwnSessions />
      </section>
    </div>
  );
}

function Password({ session }: { session: Session }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [current, setCurrent] = useState('');
  const [wanted, setWanted] = useState(nothingWanted);
  const change = useMutation({
    mutationFn: () => changePassword(current, wanted.password),
    onSuccess: () => {
      setCurrent('');
      setWanted(nothingWanted);
      toastSaved(t('account.changed'));
      void client.invalidateQueries({ queryKey: ['sessions'] });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isGood(wanted, session.passwordRule) && !change.isPending) change.mutate();
  };
  return (
    <form onSubmit={submit} className={classes.form}>
      <input type="text" name="username" autoComplete="username" value={session.profile.loginId} readOnly hidden />
      <Stack gap="sm">
        {change.isError && <Text c="var(--bad)" role="alert"><ProblemText error={change.error} /></Text>}
        <PasswordInput label={t('account.current')} autoComplete="current-password" required value={current} onChange={(e) => setCurrent(e.currentTarget.value)} visibilityToggleButtonProps={{ 'aria-label': t('signin.showPassword') }} />
        <NewPassword rule={session.passwordRule} wanted={wanted} onChange={setWanted} />
        <div><Button type="submit" loading={change.isPending} disabled={!current || !isGood(wanted, session.passwordRule)}>{t('account.change')}</Button></div>
      </Stack>
    </form>
  );
}
