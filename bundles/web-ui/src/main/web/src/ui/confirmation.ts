import { queryOptions } from '@tanstack/react-query';
import { request } from '../api/http';
import type { components } from '../api/schema';
import type { PasskeyOptions } from './passkeys';

// How people show once more who sits there.
export type Passkey = components['schemas']['PasskeyDto'];
export const passkeysQuery = queryOptions({ queryKey: ['passkeys'], queryFn: ({ signal }) => request<Passkey[]>('/passkeys', { signal }) });
export const confirm = (secret: string) => request<void>('/second-factors/confirmation', { method: 'POST', json: { secret } });
export const startConfirmation = () => request<PasskeyOptions>('/passkeys/confirmation/options', { method: 'POST' });
export const confirmByPasskey = (credential: object) => request<void>('/passkeys/confirmation', { method: 'POST', json: { credential } });
