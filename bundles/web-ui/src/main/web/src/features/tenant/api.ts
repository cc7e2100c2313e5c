import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { request, requestWithTag } from '../../api/http';
import type { components } from '../../api/schema';

type Schemas = components['schemas'];
export type Usage = Schemas['UsageDto'];
export type Tier = Schemas['TierDto'];
export type Tenant = Schemas['TenantDto'];
export type TenantState = Tenant['state'];
export type TenantFields = { name: string; plan: string; timeZone: string; ownNames: string[]; ownNumbers: string[] };
export type NewTenant = TenantFields & { code: string; administrator: { name: string; mail: string; language: string } };
export type Settings = { code: string; signIn: Required<Schemas['SignInRulesDto']>; loginPattern: string; ownNameChange: boolean };

export const TENANT_STATES = ['ACTIVE', 'SUSPENDED', 'CLOSED'] as const satisfies readonly TenantState[];
/** The caller's own company; otherwise the id of one, for operators. */
export type Whose = 'own' | string;

const path = (whose: Whose, what: string) => (whose === 'own' ? what : `/tenants/${encodeURIComponent(whose)}/${what.slice(1)}`);

export type Plugin = Schemas['PluginDto'];
export const PLUGIN_KINDS = ['READER', 'RENDERER', 'DOCUMENT_TYPE', 'EXTRACTOR', 'PLAN_TIER', 'NOTIFIER'] as const satisfies readonly Plugin['kind'][];
export const pluginsQuery = queryOptions({ queryKey: ['plugins'], queryFn: ({ signal }) => request<Plugin[]>('/plugins', { signal }) });

export const plansQuery = queryOptions({ queryKey: ['plans'], queryFn: ({ signal }) => request<Tier[]>('/plans', { signal }) });
export const usageQuery = (whose: Whose) =>
  queryOptions({ queryKey: ['usage', whose], queryFn: ({ signal }) => request<Usage>(path(whose, '/usage'), { signal }) });
export const settingsQuery = (whose: Whose) =>
  queryOptions({
    queryKey: ['tenant-settings', whose],
    queryFn: ({ signal }) => requestWithTag<Settings>(whose === 'own' ? '/tenant-settings' : path(whose, '/settings'), { signal }),
    refetchOnWindowFocus: false,
  });
export const changeSettings = (whose: Whose, settings: Partial<Settings>, version: number) =>
  requestWithTag<Settings>(whose === 'own' ? '/tenant-settings' : path(whose, '/settings'), { method: 'PUT', json: settings, version });

export const tenantsQuery = (parameters: string) =>
  queryOptions({
    queryKey: ['tenants', parameters],
    queryFn: ({ signal }) => request<Schemas['TenantsDto']>(`/tenants?${parameters}`, { signal }),
    placeholderData: keepPreviousData,
  });
export const tenantQuery = (id: string) =>
  queryOptions({ queryKey: ['tenant', id], queryFn: ({ signal }) => request<Tenant>(`/tenants/${encodeURIComponent(id)}`, { signal }), refetchOnWindowFocus: false });
export const createTenant = (tenant: NewTenant) => request<Tenant>('/tenants', { method: 'POST', json: tenant });
export const changeTenant = (tenant: Tenant, fields: TenantFields) => request<Tenant>(`/tenants/${tenant.id}`, { method: 'PATCH', json: fields, version: tenant.version });
export const moveTenant = (tenant: Tenant, state: TenantState, reason: string) =>
  request<Tenant>(`/tenants/${tenant.id}/state`, { method: 'PUT', json: { state, reason }, version: tenant.version });
