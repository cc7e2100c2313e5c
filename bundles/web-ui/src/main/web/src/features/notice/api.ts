import { queryOptions } from '@tanstack/react-query';
import { request } from '../../api/http';
import type { components } from '../../api/schema';

type Schemas = components['schemas'];
export type Notice = Schemas['NoticeDto'];
export type BoardNotice = Schemas['BoardNoticeDto'];
type Words = { ja: string; en: string };
export type NoticeFields = { tenant: string | null; title: Words; text: Words; starts: string; ends: string | null };

export const noticesQuery = queryOptions({
  queryKey: ['notices'],
  queryFn: ({ signal }) => request<Notice[]>('/notices', { signal }),
  refetchInterval: 5 * 60_000,
});
export const readNotice = (id: string) => request<void>(`/notices/${id}/read`, { method: 'PUT' });

export const boardQuery = queryOptions({ queryKey: ['notice-board'], queryFn: ({ signal }) => request<BoardNotice[]>('/notice-board', { signal }), refetchOnWindowFocus: false });
export const publishNotice = (fields: NoticeFields) => request<BoardNotice>('/notice-board', { method: 'POST', json: fields });
export const changeNotice = (notice: BoardNotice, fields: NoticeFields) => request<BoardNotice>(`/notice-board/${notice.id}`, { method: 'PUT', json: fields, version: notice.version });
export const withdrawNotice = (notice: BoardNotice) => request<void>(`/notice-board/${notice.id}`, { method: 'DELETE', version: notice.version });
export const companiesQuery = queryOptions({ queryKey: ['tenants', 'limit=200'], queryFn: ({ signal }) => request<Schemas['TenantsDto']>('/tenants?limit=200', { signal }) });
