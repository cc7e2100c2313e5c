import { Anchor, Button, Title } from '@mantine/core';
import { IconChevronLeft, IconSend } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ErrorState, LineSkeletons, useProblemText } from '../../ui/States';
import { toastError, toastSaved } from '../../ui/toasts';
import { useFormat } from '../../ui/useFormat';
import { useTitle } from '../../ui/useTitle';
import { mailQuery, parkMail, retryMail } from './api';
import { MailStateBadge } from './MailStateBadge';
import { reasonText } from './reason';
import classes from './mail.module.css';

/** One mail as it is sent, what became of it, and what can be done. */
export function MailPage({ id }: { id: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const problemText = useProblemText();
  const detail = useQuery(mailQuery(id));
  useTitle(detail.data?.mail.subject || t('mail.title'));
  const options = (saved: string) => ({
    onSuccess: () => toastSaved(saved),
    onError: (error: unknown) => toastError(t('mail.notDone'), problemText(error)),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: ['mail', id] });
      void client.invalidateQueries({ queryKey: ['mails'] });
    },
  });
  const retry = useMutation({ mutationFn: () => retryMail(id), ...options(t('mail.retried')) });
  const park = useMutation({ mutationFn: () => parkMail(id), ...options(t('mail.parked')) });
  const back = <Anchor component={Link} to="/admin/mails" underline="hover"><IconChevronLeft size={16} aria-hidden style={{ verticalAlign: -3 }} /> {t('mail.back')}</Anchor>;
  if (detail.isPending) return <div className={classes.page}>{back}<div className={classes.card}><LineSkeletons lines={8} height={22} /></div></div>;
  if (detail.isError) return <div className={classes.page}>{back}<ErrorState error={detail.error} onRetry={() => void detail.refetch()} /></div>;
  const { mail, text, textState } = detail.data;
  return (
    <div className={classes.page}>
      <div>{back}</div>
      <div className={classes.head}>
        <Title order={1} lang={mail.language}>{mail.subject || '–'}</Title>
        <MailStateBadge state={mail.state} />
        <div className={classes.actions}>
          {mail.state === 'QUEUED' && <Button variant="default" loading={park.isPending} onClick={() => park.mutate()}>{t('mail.park')}</Button>}
          {mail.state !== 'SENDING' && textState !== 'ERASED' && <Button leftSection={<IconSend size={16} />} loading={retry.isPending} onClick={() => retry.mutate()}>{t('mail.retry')}</Button>}
        </div>
      </div>
      <div className={classes.card}>
        <dl className={classes.facts}>
          <dt>{t('mail.recipient')}</dt><dd>{mail.to}</dd>
          <dt>{t('mail.company')}</dt><dd>{mail.tenant ?? t('mail.platform')}</dd>
          <dt>{t('mail.language')}</dt><dd>{mail.language === 'en' ? 'English' : '日本語'}</dd>
          <dt>{t('mail.created')}</dt><dd className="tabular">{format.time(mail.created)}</dd>
          {mail.sent && <><dt>{t('mail.sent')}</dt><dd className="tabular">{format.time(mail.sent)}</dd></>}
          {mail.next && mail.attempts > 0 && <><dt>{t('mail.next')}</dt><dd className="tabular">{format.time(mail.next)}</dd></>}
          {mail.attempts > 0 && <><dt>{t('mail.attempts')}</dt><dd className="tabular">{mail.attempts}</dd></>}
          {mail.reason && <><dt>{t('mail.reason')}</dt><dd>{reasonText(mail.reason, t)}</dd></>}
        </dl>
        {text !== undefined && text !== null
          ? <>{mail.secret && <div className={classes.notice}>{t('mail.secret')}</div>}<pre className={classes.text} lang={mail.language} aria-label={t('mail.text')}>{text}</pre></>
          : <div className={classes.notice}>{textState === 'ERASED' ? t('mail.erased') : t('mail.withheld')}</div>}
      </div>
    </div>
  );
}
