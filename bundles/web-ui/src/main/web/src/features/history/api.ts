import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { request } from '../../api/http';
import type { components } from '../../api/schema';

export type Entry = components['schemas']['EntryDto'];
export type Finding = components['schemas']['FindingDto'];
export type LogReport = components['schemas']['LogDto'];
export type Seal = components['schemas']['SealDto'];
export type Verification = components['schemas']['VerificationDto'];
type EntryPage = components['schemas']['HistoryPageDto'];

/** Whose history: the tenant's, or for operators that of the platform. */
export type Log = 'TENANT' | 'PLATFORM';
export const scopeOf = (log: Log) => (log === 'PLATFORM' ? 'ALL' : 'TENANT');

export const entriesQuery = (parameters: string) =>
  queryOptions({
    queryKey: ['entries', parameters],
    queryFn: ({ signal }) => request<EntryPage>(`/history?${parameters}`, { signal }),
    placeholderData: keepPreviousData,
  });
export const actionsQuery = (log: Log) =>
  queryOptions({
    queryKey: ['entryActions', log],
    queryFn: ({ signal }) => request<string[]>(`/history/actions?log=${log}`, { signal }),
  });
export const sealsQuery = (log: Log) =>
  queryOptions({
    queryKey: ['seals', log],
    queryFn: ({ signal }) => request<Seal[]>(`/history/seals?log=${log}`, { signal }),
  });
export const verificationQuery = (log: Log) =>
  queryOptions({
    queryKey: ['verification', log],
    queryFn: async ({ signal }) => (await request<Verification | undefined>(`/history/verification?scope=${scopeOf(log)}`, { signal })) ?? null,
    refetchInterval: (query) => (query.state.data?.state === 'RUNNING' ? 700 : false),
  });
export const verify = (log: Log, files: boolean) =>
  request<Verification>('/history/verification', { method: 'POST', json: { scope: scopeOf(log), files } });
export const seal = () => request<{ number: number }>('/history/seals', { method: 'POST' });
