import { Alert, Button, Stack, Text, TextInput, Textarea, Title } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/http';
import { ErrorState, LineSkeletons, ProblemText } from '../../ui/States';
import { toastSaved } from '../../ui/toasts';
import { needsConfirmation, useConfirmedChange } from '../../ui/useConfirmedChange';
import { useFormat } from '../../ui/useFormat';
import { useTitle } from '../../ui/useTitle';
import { changeOwn, ownQuery, requestMail, type Own } from './own';
import { pathOf } from './tree';
import classes from './people.module.css';

/** What people change about their own accounts. */
export function ProfilePage() {
  const { t } = useTranslation();
  useTitle(t('people.profile'));
  const own = useQuery(ownQuery);
  return (
    <div className={classes.page}>
      <Title order={1}>{t('people.profile')}</Title>
      {own.isPending ? <LineSkeletons lines={6} />
        : own.isError ? <ErrorState error={own.error} onRetry={() => void own.refetch()} />
          : <><Names key={`${own.data.name} ${own.data.subMails.join(' ')}`} own={own.data} /><Mail key={own.data.mail} own={own.data} /></>}
    </div>
  );
}

function useSaved() {
  const client = useQueryClient();
  return (own: Own) => {
    client.setQueryData(ownQuery.queryKey, own);
    void client.invalidateQueries({ queryKey: ['session'] });
  };
}

function Names({ own }: { own: Own }) {
  const { t } = useTranslation();
  const saved = useSaved();
  const { list } = useFormat();
  const [name, setName] = useState(own.name);
  const [subMails, setSubMails] = useState(own.subMails.join('\n'));
  const save = useMutation({
    mutationFn: () => changeOwn(name.trim(), subMails.split(/\r?\n/).map((line) => line.trim()).filter(Boolean)),
    onSuccess: (fresh) => {
      saved(fresh);
      toastSaved(t('people.profileSaved'));
    },
  });
  const ofMails = save.error instanceof Problem && (save.error.code === 'mail.address' || save.error.code === 'user.sub-mails');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim()) save.mutate();
  };
  return (
    <form onSubmit={submit} className={classes.section} noValidate>
      <Stack gap="md">
        {save.isError && !ofMails && <Text c="var(--bad)" role="alert"><ProblemText error={save.error} /></Text>}
        <TextInput label={t('people.name')} description={own.nameFixed ? t('people.nameFixed') : undefined} required maxLength={100} disabled={own.nameFixed} autoComplete="name" value={name} onChange={(e) => setName(e.currentTarget.value)} />
        <Textarea label={t('people.subMails')} description={t('people.subMailsText')} autosize minRows={1} maxRows={6} value={subMails} onChange={(e) => setSubMails(e.currentTarget.value)} error={ofMails && <ProblemText error={save.error} />} />
        <div>
          <Text fw={500} fz="sm">{t('people.groups')}</Text>
          <Text>{list(own.groups.map(pathOf)) || '–'}</Text>
        </div>
        <div><Button type="submit" loading={save.isPending} disabled={!name.trim()}>{t('people.save')}</Button></div>
      </Stack>
    </form>
  );
}

function Mail({ own }: { own: Own }) {
  const { t } = useTranslation();
  const saved = useSaved();
  const [mail, setMail] = useState('');
  const ask = useMutation({
    mutationFn: () => requestMail(mail.trim()),
    onSuccess: (fresh) => {
      saved(fresh);
      setMail('');
    },
  });
  const { change, question } = useConfirmedChange();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (mail.trim() && !ask.isPending) void change(() => ask.mutateAsync().then(() => undefined, (error: unknown) => {
      // All else is said below the field.
      if (needsConfirmation(error)) throw error;
    }));
  };
  return (
    <>
      <form onSubmit={submit} className={classes.section} noValidate>
        <Stack gap="md">
          <div><Title order={2} fz={17}>{t('people.mail')}</Title><Text>{own.mail}</Text></div>
          {own.wantedMail && <Alert color="blue" variant="light" icon={<IconMail size={18} />} role="status"><Text c="var(--mantine-color-text)">{t('people.mailWaiting', { mail: own.wantedMail })}</Text></Alert>}
          <TextInput label={t('people.newMail')} description={t('people.newMailText')} type="email" autoComplete="email" maxLength={254} value={mail} onChange={(e) => setMail(e.currentTarget.value)} error={ask.isError && !needsConfirmation(ask.error) ? <ProblemText error={ask.error} /> : null} />
          <div><Button type="submit" variant="default" loading={ask.isPending} disabled={!mail.trim()}>{t('people.sendLink')}</Button></div>
        </Stack>
      </form>
      {question}
    </>
  );
}
