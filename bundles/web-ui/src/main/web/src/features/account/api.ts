import { queryOptions } from '@tanstack/react-query';
import { request, requestWithTag } from '../../api/http';
import type { OpenSession } from '../../api/model';
import type { components } from '../../api/schema';
import type { PasskeyOptions } from '../../ui/passkeys';

export type { OpenSession };
export type SignInRules = Required<components['schemas']['SignInRulesDto']>;

export const sessionsQuery = (scope: 'own' | 'all') =>
  queryOptions({
    queryKey: ['sessions', scope],
    queryFn: ({ signal }) => request<OpenSession[]>(`/sessions?scope=${scope}`, { signal }),
  });
export const endSession = (id: string) => request<void>(`/sessions/${id}`, { method: 'DELETE' });
export const endOtherSessions = () => request<{ ended: number }>('/sessions', { method: 'DELETE' });

export const rulesQuery = queryOptions({
  queryKey: ['sign-in-rules'],
  queryFn: ({ signal }) => requestWithTag<SignInRules>('/sign-in-rules', { signal }),
});
export const changeRules = (rules: SignInRules, version: number) => requestWithTag<SignInRules>('/sign-in-rules', { method: 'PUT', json: rules, version });

type Factors = components['schemas']['FactorsDto'];
type Codes = components['schemas']['RecoveryCodesDto'];
export const factorsQuery = queryOptions({ queryKey: ['second-factors'], queryFn: ({ signal }) => request<Factors>('/second-factors', { signal }) });
export const startTotp = () => request<components['schemas']['TotpSeedDto']>('/second-factors/totp', { method: 'POST' });
export const addTotp = (code: string) => request<Codes>('/second-factors/totp', { method: 'PUT', json: { code } });
export const removeTotp = () => request<void>('/second-factors/totp', { method: 'DELETE' });
export const renewCodes = () => request<Codes>('/second-factors/recovery-codes', { method: 'POST' });

export { passkeysQuery, type Passkey } from '../../ui/confirmation';
export const startPasskey = () => request<PasskeyOptions>('/passkeys/options', { method: 'POST' });
export const addPasskey = (name: string, credential: object) => request<Codes>('/passkeys', { method: 'POST', json: { name, credential } });
export const renamePasskey = (id: string, name: string) => request<void>(`/passkeys/${id}`, { method: 'PATCH', json: { name } });
export const removePasskey = (id: string) => request<void>(`/passkeys/${id}`, { method: 'DELETE' });
