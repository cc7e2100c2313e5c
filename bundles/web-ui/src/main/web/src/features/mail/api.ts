import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { request } from '../../api/http';
import type { components } from '../../api/schema';

export type Mail = components['schemas']['MailDto'];
export type MailState = Mail['state'];
type Mails = Omit<components['schemas']['MailsDto'], 'counts'> & { counts: Partial<Record<MailState, number>> };
type MailText = components['schemas']['MailTextDto'];

export const MAIL_STATES = ['QUEUED', 'SENDING', 'PARKED', 'SENT'] as const satisfies readonly MailState[];

export const mailsQuery = (parameters: string) =>
  queryOptions({
    queryKey: ['mails', parameters],
    queryFn: ({ signal }) => request<Mails>(`/mails?${parameters}`, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: 10_000,
  });
export const mailQuery = (id: string) =>
  queryOptions({
    queryKey: ['mail', id],
    queryFn: ({ signal }) => request<MailText>(`/mails/${encodeURIComponent(id)}`, { signal }),
    // That a secret text is read is written into the history: not behind the reader's back.
    refetchOnWindowFocus: false,
  });
export const retryMail = (id: string) => request<Mail>(`/mails/${id}/retry`, { method: 'POST' });
export const parkMail = (id: string) => request<Mail>(`/mails/${id}/park`, { method: 'POST' });
export const sendTestMail = () => request<Mail>('/mails', { method: 'POST' });
