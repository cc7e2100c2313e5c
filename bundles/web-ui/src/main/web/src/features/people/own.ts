import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { request, url } from '../../api/http';
import type { components } from '../../api/schema';
import { send } from './api';

type Schemas = components['schemas'];
export type Own = Schemas['OwnAccountDto'];
export type Delegate = Schemas['DelegateDto'];
export const ownQuery = queryOptions({ queryKey: ['own'], queryFn: ({ signal }) => request<Own>('/profile/account', { signal }) });
export const changeOwn = (name: string, subMails: string[]) => request<Own>('/profile/account', { method: 'PATCH', json: { name, subMails } });
export const requestMail = (mail: string) => request<Own>('/profile/mail', { method: 'POST', json: { mail } });
export const confirmMail = (secret: string) => request<void>('/mail-confirmations', { method: 'POST', json: { secret } });
export const delegatesQuery = queryOptions({ queryKey: ['delegates'], queryFn: ({ signal }) => request<Schemas['DelegatesDto']>('/profile/delegates', { signal }) });
export const candidatesQuery = (text: string) =>
  queryOptions({
    queryKey: ['delegates', 'candidates', text],
    queryFn: ({ signal }) => request<Delegate[]>(`/profile/delegates/candidates?q=${encodeURIComponent(text)}`, { signal }),
    placeholderData: keepPreviousData,
  });
export const addDelegates = (users: string[]) => request<void>('/profile/delegates', { method: 'POST', json: { users } });
export const removeDelegate = (id: string) => request<void>(`/profile/delegates/${id}`, { method: 'DELETE' });

export type Seal = Schemas['SealImageDto'];
export type Drawing = { text: string; shape: 'ROUND' | 'SQUARE'; heading: string; date?: string };
export const sealsQuery = queryOptions({ queryKey: ['seals'], queryFn: ({ signal }) => request<Seal[]>('/profile/seals', { signal }) });
export const userSealsQuery = (id: string) => queryOptions({ queryKey: ['user', id, 'seals'], queryFn: ({ signal }) => request<Seal[]>(`/users/${id}/seals`, { signal }) });
export const sealImage = (id: string) => url(`/seals/${id}/image`);
export const drawSeal = (name: string, drawing: Drawing) => request<Seal>('/profile/seals', { method: 'POST', json: { name, ...drawing } });
export const previewUrl = (drawing: Drawing) => url(`/profile/seals/preview?${new URLSearchParams(drawing).toString()}`);
/** Asks for the drawing, which the browser then keeps; fails with the reason why it can't be drawn. */
export const previewSeal = async (drawing: Drawing): Promise<string> => {
  await send(previewUrl(drawing));
  return previewUrl(drawing);
};
export const uploadSeal = (name: string, file: File, transparent: boolean) =>
  send(url(`/profile/seals/image?name=${encodeURIComponent(name)}&transparent=${transparent}`), file).then((answer) => answer.json() as Promise<Seal>);
export const removeSeal = (id: string) => request<void>(`/profile/seals/${id}`, { method: 'DELETE' });
export const approveSeal = (id: string) => request<Seal>(`/seals/${id}/approval`, { method: 'POST' });
