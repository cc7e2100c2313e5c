import { keepPreviousData, queryOptions, useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { Problem, rememberCsrf, request, requestWithTag } from './http';
import type { PasskeyOptions } from '../ui/passkeys';
import { pollWhileDown } from './live';
import type {
  Access, ApiToken, Entry, Grant, Group, Health, HistoryEntry, Hit, Language, Ledger, ListPage, OpenSession, Overview, PageSize, PageText, Person, Profile, RecordDetail, RecordEdit, Session, SessionEnd, Terms,
} from './model';

async function fetchEntry({ signal }: { signal: AbortSignal }): Promise<Entry | null> {
  try {
    const entry = await request<Entry>('/session', { signal });
    rememberCsrf(entry.csrfToken);
    return entry;
  } catch (error) {
    if (error instanceof Problem && error.status === 401) return null;
    throw error;
  }
}
const entry = {
  staleTime: Infinity,
  retry: (count: number, error: Error) => !(error instanceof Problem && error.status === 401) && count < 2,
  queryFn: fetchEntry,
};
/** The sign-in of this browser, as far as it has come. */
export const entryQuery = queryOptions({ queryKey: ['session'], ...entry });
/** The same once it is complete. */
export const sessionQuery = queryOptions({ queryKey: ['session'], ...entry, select: (found) => (found?.profile ? (found as Session) : null) });
/** Why the session before is over; set when a request finds out. */
export const endedQuery = queryOptions({ queryKey: ['ended'], staleTime: Infinity, gcTime: Infinity, enabled: false, queryFn: (): SessionEnd | null => null });

/** Another person may sit here now: nothing of the one before is kept. The session itself stays watched. */
export function changeSession(client: QueryClient, session: Entry | null) {
  client.removeQueries({ predicate: (query) => query.queryKey[0] !== 'session' });
  client.setQueryData(entryQuery.queryKey, session);
}

export async function signIn(login: string, password: string, keep: boolean) {
  return entered(await request<Entry>('/session', { method: 'POST', json: { login, password, keep } }));
}
/** Each step of signing in gives fresh secrets. */
function entered(fresh: Entry) {
  rememberCsrf(fresh.csrfToken);
  return fresh;
}
export const changeInitialPassword = async (wanted: string) => entered(await request<Entry>('/session/password', { method: 'POST', json: { wanted } }));
export const answerSecondFactor = async (code: string) => entered(await request<Entry>('/session/second-factor', { method: 'POST', json: { code } }));
export const startFirstTotp = () => request<{ secret: string; uri: string }>('/session/second-factor/totp', { method: 'POST' });
export async function addFirstTotp(code: string) {
  const enrolled = await request<{ session: Entry; recoveryCodes: string[] }>('/session/second-factor/totp', { method: 'PUT', json: { code } });
  entered(enrolled.session);
  return enrolled;
}
export const startPasskeySignIn = () => request<PasskeyOptions>('/session/passkey/options', { method: 'POST' });
export const signInByPasskey = async (credential: object, keep: boolean) => entered(await request<Entry>('/session/passkey', { method: 'POST', json: { credential, keep } }));
export const startPasskeyAnswer = () => request<PasskeyOptions>('/session/passkey/answer/options', { method: 'POST' });
export const answerByPasskey = async (credential: object) => entered(await request<Entry>('/session/passkey/answer', { method: 'POST', json: { credential } }));
export const startFirstPasskey = () => request<PasskeyOptions>('/session/passkey/first/options', { method: 'POST' });
export async function addFirstPasskey(name: string, credential: object) {
  const enrolled = await request<{ session: Entry; recoveryCodes: string[] }>('/session/passkey/first', { method: 'POST', json: { name, credential } });
  entered(enrolled.session);
  return enrolled;
}
export const licenceHoldersQuery = queryOptions({ queryKey: ['licence-holders'], queryFn: ({ signal }) => request<OpenSession[]>('/session/licences', { signal }) });
export const takeLicence = async (session: string | null) => entered(await request<Entry>('/session/licences', { method: 'POST', json: session ? { session } : {} }));
export const termsQuery = (session: string) =>
  queryOptions({ queryKey: ['terms', session], queryFn: ({ signal }) => request<Terms[]>('/session/terms', { signal }) });
export const agreeToTerms = async (document: Terms['document'], version: string) => entered(await request<Entry>('/session/terms', { method: 'POST', json: { document, version } }));
export const refuseTerms = () => request<void>('/session/terms', { method: 'DELETE' });
export const requestReset = (login: string) => request<void>('/password-resets', { method: 'POST', json: { login } });
export const lookAtReset = (token: string) =>
  request<{ name: string; loginId: string; passwordRule: Entry['passwordRule'] }>('/password-resets/look', { method: 'POST', json: { token } });
export const setForgottenPassword = (token: string, wanted: string) => request<void>('/password-resets/use', { method: 'POST', json: { token, wanted } });
export const signOut = () => request<void>('/session', { method: 'DELETE' });
export const changeLanguage = (language: Language) => request<Profile>('/profile', { method: 'PATCH', json: { language } });
export const changePassword = (current: string, wanted: string) =>
  request<void>('/profile/password', { method: 'POST', json: { current, wanted } });

/** Ledgers stand in the order of their Japanese names in every language, so that switching does not move them. */
const JAPANESE = new Intl.Collator('ja');

export const ledgersQuery = queryOptions({
  queryKey: ['ledgers'],
  staleTime: 60_000,
  queryFn: async ({ signal }) => (await request<Ledger[]>('/ledgers', { signal })).sort((a, b) => JAPANESE.compare(a.label.ja, b.label.ja)),
});
export const peopleQuery = queryOptions({
  queryKey: ['people'],
  staleTime: 300_000,
  queryFn: ({ signal }) => request<Person[]>('/people', { signal }),
});
export const groupsQuery = queryOptions({
  queryKey: ['groups'],
  queryFn: ({ signal }) => request<Group[]>('/groups', { signal }),
});
export const overviewQuery = queryOptions({
  queryKey: ['overview'],
  queryFn: ({ signal }) => request<Overview>('/overview', { signal }),
  refetchInterval: pollWhileDown,
});
export const listQuery = (ledger: string, parameters: string) =>
  queryOptions({
    queryKey: ['list', ledger, parameters],
    queryFn: ({ signal }) => request<ListPage>(`/ledgers/${encodeURIComponent(ledger)}/records?${parameters}`, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: pollWhileDown,
  });
export const detailQuery = (id: string) =>
  queryOptions({
    queryKey: ['record', id],
    queryFn: ({ signal }) => request<RecordDetail>(`/records/${id}`, { signal }),
    refetchInterval: pollWhileDown,
  });
export const accessQuery = (id: string) =>
  queryOptions({
    queryKey: ['access', id],
    staleTime: 0,
    gcTime: 0,
    queryFn: ({ signal }) => requestWithTag<Access>(`/records/${id}/access`, { signal }),
  });
export const changeAccess = (id: string, version: number, { everyone, owningGroup, grants }: Pick<Access, 'everyone' | 'owningGroup'> & { grants: Grant[] }) =>
  request<Access>(`/records/${id}/access`, { method: 'PUT', version, json: { everyone, owningGroup, grants: grants.map(({ kind, id: who, level }) => ({ kind, id: who, level })) } });
export const historyQuery = (id: string, version: number) =>
  queryOptions({
    queryKey: ['history', id, version],
    queryFn: ({ signal }) => request<HistoryEntry[]>(`/records/${id}/history`, { signal }),
  });
export const pagesQuery = (id: string) =>
  queryOptions({
    queryKey: ['pages', id],
    staleTime: Infinity,
    retry: 1,
    queryFn: ({ signal }) => request<PageSize[]>(`/records/${id}/pages`, { signal }),
  });
export const pageTextQuery = (id: string, page: number) =>
  queryOptions({
    queryKey: ['pages', id, page, 'text'],
    staleTime: Infinity,
    retry: 1,
    queryFn: ({ signal }) => request<PageText>(`/records/${id}/pages/${page}/text`, { signal }),
  });
export const hitsQuery = (id: string, text: string, exact: boolean) =>
  queryOptions({
    queryKey: ['hits', id, text, exact],
    enabled: text.trim() !== '',
    queryFn: ({ signal }) =>
      request<Hit[]>(`/records/${id}/hits?text=${encodeURIComponent(text)}${exact ? '&exact=true' : ''}`, { signal }),
  });
export const tokensQuery = queryOptions({
  queryKey: ['tokens'],
  queryFn: ({ signal }) => request<ApiToken[]>('/tokens', { signal }),
});
export const createToken = (name: string) =>
  request<{ token: ApiToken; secret: string }>('/tokens', { method: 'POST', json: { name } });
export const revokeToken = (id: string) => request<void>(`/tokens/${id}`, { method: 'DELETE' });

export const healthQuery = queryOptions({
  queryKey: ['health'],
  refetchInterval: 10_000,
  queryFn: async ({ signal }): Promise<Health> => {
    // 503 carries the same report: not ready is an answer, not a failure.
    const response = await fetch('/api/v1/health', { signal });
    if (!response.ok && response.status !== 503) throw new Problem(response.status, `http.${response.status}`, '');
    return (await response.json()) as Health;
  },
});

export const fetchDetail = (id: string) => request<RecordDetail>(`/records/${id}`);
export const editRecord = (id: string, version: number, edit: RecordEdit) =>
  request<RecordDetail>(`/records/${id}`, { method: 'PATCH', json: edit, version });

/** A change of one record; its answer replaces what is shown. */
export function useRecordAction<T>(id: string, action: (argument: T) => Promise<RecordDetail>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: action,
    onSuccess: (detail) => {
      client.setQueryData(['record', id], detail);
      void client.invalidateQueries({ queryKey: ['list'] });
      void client.invalidateQueries({ queryKey: ['overview'] });
    },
  });
}
export const completeRecord = (id: string, version: number, complete: boolean) =>
  request<RecordDetail>(`/records/${id}/completion`, { method: 'PUT', json: { complete }, version });
export const retryRecord = (id: string) => request<RecordDetail>(`/records/${id}/retry`, { method: 'POST' });
export const unlockRecord = (id: string, password: string) =>
  request<RecordDetail>(`/records/${id}/unlock`, { method: 'POST', json: { password } });
