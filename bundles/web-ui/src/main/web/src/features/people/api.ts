import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { Problem, csrf, noticeSignedOut, request, toProblem, url } from '../../api/http';
import type { Group } from '../../api/model';
import type { components } from '../../api/schema';

export type { Group };
export { groupsQuery } from '../../api/queries';

type Schemas = components['schemas'];
export type User = Schemas['UserDto'];
export type UserState = User['state'];
export type Permission = User['permissions'][number];
export type Registration = Schemas['RegistrationDto'];
export type UserFields = { name: string; mail: string; subMails: string[]; groups: string[]; permissions: Permission[]; language: string };

export const USER_STATES = ['INVITED', 'ACTIVE', 'LOCKED', 'DELETED'] as const satisfies readonly UserState[];
export const PERMISSIONS = ['VIEWER', 'CLERK', 'APPROVER', 'SIGNER', 'AUDITOR', 'GROUP_ADMINISTRATOR', 'TENANT_ADMINISTRATOR', 'OPERATOR'] as const satisfies readonly Permission[];

export const usersQuery = (parameters: string) =>
  queryOptions({
    queryKey: ['users', parameters],
    queryFn: ({ signal }) => request<Schemas['UsersDto']>(`/users?${parameters}`, { signal }),
    placeholderData: keepPreviousData,
  });
export const userQuery = (id: string) =>
  queryOptions({
    queryKey: ['user', id],
    queryFn: ({ signal }) => request<Schemas['UserDetailDto']>(`/users/${encodeURIComponent(id)}`, { signal }),
  });
export const registrationQuery = queryOptions({
  queryKey: ['user', 'next'],
  staleTime: 0,
  queryFn: ({ signal }) => request<Registration>('/users/next', { signal }),
});

export const createUser = (loginId: string, fields: UserFields) => request<User>('/users', { method: 'POST', json: { ...fields, loginId } });
export const changeUser = (user: User, fields: UserFields) => request<User>(`/users/${user.id}`, { method: 'PATCH', json: fields, version: user.version });
export const deleteUser = (id: string, heir: string | null) => request<User>(`/users/${id}${heir ? `?heir=${heir}` : ''}`, { method: 'DELETE' });
export const endSessions = (id: string) => request<void>(`/users/${id}/sessions`, { method: 'DELETE' });
export const userAction = (id: string, action: 'lock' | 'unlock' | 'password' | 'restore') => request<User>(`/users/${id}/${action}`, { method: 'POST' });

export const heldFactorsQuery = (id: string) =>
  queryOptions({
    queryKey: ['user', id, 'factors'],
    queryFn: ({ signal }) => request<Schemas['HeldFactorsDto']>(`/second-factors/users/${encodeURIComponent(id)}`, { signal }),
  });
export const resetFactors = (id: string) => request<void>(`/second-factors/users/${encodeURIComponent(id)}`, { method: 'DELETE' });

export const createGroup = (name: string, parent: string | null) => request<Group>('/groups', { method: 'POST', json: { name, parent } });
export const renameGroup = (group: Group, name: string) => request<Group>(`/groups/${group.id}`, { method: 'PATCH', json: { name }, version: group.version });
export const moveGroup = (group: Group, parent: string | null) => request<Group>(`/groups/${group.id}/parent`, { method: 'PUT', json: { parent }, version: group.version });
export const deleteGroup = (group: Group, heir: string | null) => request<void>(`/groups/${group.id}${heir ? `?heir=${heir}` : ''}`, { method: 'DELETE' });

export type ImportReport = Schemas['ImportReportDto'];
export const templateUrl = url('/users/template');
export const exportUrl = url('/users/csv');
export const importUsers = (file: File, dryRun: boolean) =>
  send(url(`/users/import?dryRun=${dryRun}`), file).then((answer) => answer.json() as Promise<ImportReport>);

/** Sends a file, or asks for what is no JSON. */
export async function send(address: string, body: Blob | null = null): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(address, body === null ? { credentials: 'same-origin' } : {
      method: 'POST', headers: { 'Content-Type': body.type || 'application/octet-stream', 'X-CSRF-Token': csrf() }, credentials: 'same-origin', body,
    });
  } catch {
    throw new Problem(0, 'network', '');
  }
  if (!response.ok) {
    const problem = toProblem(response.status, await response.text());
    noticeSignedOut(problem);
    throw problem;
  }
  return response;
}
