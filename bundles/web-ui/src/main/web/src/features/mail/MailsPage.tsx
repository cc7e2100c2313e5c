import { Alert, Button, CloseButton, NativeSelect, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconAlertTriangle, IconInfoCircle, IconMail, IconSearch, IconSearchOff } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { EmptyState, ErrorState, LineSkeletons, useProblemText } from '../../ui/States';
import { toastError, toastSaved } from '../../ui/toasts';
import { useFormat } from '../../ui/useFormat';
import { useScreen } from '../../ui/useScreen';
import { useTitle } from '../../ui/useTitle';
import { MAIL_STATES, mailsQuery, sendTestMail, type Mail } from './api';
import { MailStateBadge } from './MailStateBadge';
import { reasonText } from './reason';
import classes from './mail.module.css';

/** The mails that the platform sends: what waits, what was put aside and why. Conditions and page are in the address. */
export function MailsPage({ everybody }: { everybody: boolean }) {
  const { t } = useTranslation();
  useTitle(t('mail.title'));
  const client = useQueryClient();
  const problemText = useProblemText();
  const phone = useScreen('(max-width: 48em)');
  const [parameters, setParameters] = useSearchParams();
  const state = parameters.get('state') ?? '';
  const recipient = parameters.get('q') ?? '';
  const after = parameters.get('after') ?? '';
  const asked = new URLSearchParams({ ...(state && { state }), ...(recipient && { recipient }), ...(after && { cursor: after }) });
  const list = useQuery(mailsQuery(asked.toString()));
  const test = useMutation({
    mutationFn: sendTestMail,
    onSuccess: (mail) => {
      toastSaved(t('mail.tested', { to: mail.to }));
      void client.invalidateQueries({ queryKey: ['mails'] });
    },
    onError: (error) => toastError(t('mail.notDone'), problemText(error)),
  });
  const change = (name: string, value: string) => setParameters((before) => {
    const next = new URLSearchParams(before);
    if (value) next.set(name, value);
    else next.delete(name);
    if (name !== 'after') next.delete('after');
    return next;
  }, { replace: name === 'q' });
  const counts = list.data?.counts ?? {};
  const mails = list.data?.mails ?? [];
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <Title order={1}>{t('mail.title')}</Title>
        <Button variant="default" loading={test.isPending} onClick={() => test.mutate()}>{t('mail.test')}</Button>
      </div>
      <Text c="dimmed">{t('mail.lead')}</Text>
      {list.data && !list.data.notifier && <Alert color="blue" variant="light" icon={<IconInfoCircle size={20} />} title={t('mail.noNotifierTitle')}><Text c="var(--mantine-color-text)">{t('mail.noNotifier')}</Text></Alert>}
      {list.data?.notifier && list.data.trouble && (
        <Alert color="yellow" variant="light" icon={<IconAlertTriangle size={20} />} title={t('mail.troubleTitle')}>
          <Text c="var(--mantine-color-text)">{t('mail.trouble')}</Text>
          <Text c="var(--mantine-color-text)" fz={13} mt={4}>{reasonText(list.data.trouble, t)}</Text>
        </Alert>
      )}
      <div className={classes.toolbar}>
        <NativeSelect label={t('mail.filterState')} value={state} onChange={(e) => change('state', e.currentTarget.value)}
          data={[{ value: '', label: t('mail.allStates') }, ...MAIL_STATES.map((one) => ({ value: one, label: counts[one] ? t('mail.stateCount', { state: t(`mail.state.${one}`), count: counts[one] }) : t(`mail.state.${one}`) }))]} />
        <Search key={recipient ? 'some' : 'none'} value={recipient} onChange={(value) => change('q', value)} />
      </div>
      {list.isError && !list.data ? <ErrorState error={list.error} onRetry={() => void list.refetch()} />
        : list.isPending ? <div className={classes.card}><LineSkeletons lines={6} height={26} /></div>
          : mails.length === 0 ? (
            state || recipient
              ? <EmptyState icon={<IconSearchOff size={28} stroke={1.5} />} title={t('mail.noResultTitle')} action={<Button variant="default" onClick={() => setParameters({})}>{t('mail.reset')}</Button>} />
              : <EmptyState icon={<IconMail size={28} stroke={1.5} />} title={t('mail.emptyTitle')}>{t('mail.emptyText')}</EmptyState>
          ) : phone ? <Cards mails={mails} /> : <MailTable mails={mails} everybody={everybody} dimmed={list.isPlaceholderData} />}
      {(after || list.data?.next) && (
        <nav aria-label={t('mail.pagerName')} className={classes.pager}>
          <Button variant="default" disabled={!after} onClick={() => change('after', '')}>{t('mail.first')}</Button>
          <Button variant="default" disabled={!list.data?.next} onClick={() => change('after', list.data?.next ?? '')}>{t('mail.nextPage')}</Button>
        </nav>
      )}
    </div>
  );
}

function Search({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState(value);
  const later = useDebouncedCallback(onChange, 300);
  return (
    <TextInput type="search" className={classes.search} label={t('mail.searchRecipient')} leftSection={<IconSearch size={16} />} value={text} maxLength={320}
      rightSection={text && <CloseButton size="sm" aria-label={t('search.clear')} onClick={() => { setText(''); onChange(''); }} />}
      onChange={(e) => { setText(e.currentTarget.value); later(e.currentTarget.value.trim()); }} />
  );
}

function MailTable({ mails, everybody, dimmed }: { mails: Mail[]; everybody: boolean; dimmed: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className={classes.card}>
      <div className={classes.scroller} data-dimmed={dimmed || undefined}>
        <table className={classes.table}>
          <colgroup><col style={{ width: 120 }} /><col style={{ width: '22%' }} /><col />{everybody && <col style={{ width: '16%' }} />}<col style={{ width: 158 }} /><col style={{ width: mails.some((mail) => mail.reason) ? '20%' : 80 }} /></colgroup>
          <thead>
            <tr>
              <th scope="col">{t('mail.filterState')}</th><th scope="col">{t('mail.recipient')}</th><th scope="col">{t('mail.subject')}</th>
              {everybody && <th scope="col">{t('mail.company')}</th>}
              <th scope="col">{t('mail.created')}</th><th scope="col">{t('mail.reason')}</th>
            </tr>
          </thead>
          <tbody>
            {mails.map((mail) => (
              <tr key={mail.id}>
                <td><MailStateBadge state={mail.state} /></td>
                <td title={mail.to}>{mail.to}</td>
                <td title={mail.subject}><Link to={`/admin/mails/${mail.id}`} className={classes.link} lang={mail.language}>{mail.subject || '–'}</Link></td>
                {everybody && <td>{mail.tenant ?? t('mail.platform')}</td>}
                <td className="tabular">{format.time(mail.created)}</td>
                <td className={classes.reason} title={mail.reason && reasonText(mail.reason, t)}>{mail.reason && reasonText(mail.reason, t)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function Cards({ mails }: { mails: Mail[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ul className={classes.cards}>
      {mails.map((mail) => (
        <li key={mail.id}>
          <Link to={`/admin/mails/${mail.id}`} className={classes.cardLink}>
            <span className={classes.cardTop}><MailStateBadge state={mail.state} /><Text span fz={13} c="dimmed" className="tabular">{format.time(mail.created)}</Text></span>
            <Text span fw={600} lang={mail.language}>{mail.subject || '–'}</Text>
            <span>{mail.to}</span>
            {mail.reason && <Text span fz={13} c="dimmed">{reasonText(mail.reason, t)}</Text>}
          </Link>
        </li>
      ))}
    </ul>
  );
}
