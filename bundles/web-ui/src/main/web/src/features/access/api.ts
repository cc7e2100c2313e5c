import { queryOptions } from '@tanstack/react-query';
import { request, requestWithTag } from '../../api/http';
import type { components } from '../../api/schema';

type Schemas = components['schemas'];
export type Rule = Schemas['AccessRuleDto'];

export const rulesQuery = queryOptions({
  queryKey: ['access-rules'],
  queryFn: ({ signal }) => requestWithTag<Schemas['AccessRulesDto']>('/access-rules', { signal }),
});
export const replaceRules = (rules: Rule[], version: number) =>
  requestWithTag<Schemas['AccessRulesDto']>('/access-rules', {
    method: 'PUT', version,
    json: { rules: rules.map(({ ledger, group, everyone, owningGroup, grants }) => ({ ledger, group: group?.id, everyone, owningGroup, grants: grants.map(({ kind, id, level }) => ({ kind, id, level })) })) },
  });

export type Application = Schemas['AccessApplicationDto'];
/** Asked for again every two seconds while rules are being applied. */
export const applicationQuery = queryOptions({
  queryKey: ['access-rules', 'application'],
  queryFn: ({ signal }) => request<Application>('/access-rules/application', { signal }),
  refetchInterval: ({ state }) => (state.data?.last && !state.data.last.finished ? 2000 : false),
});
export const applyRules = (version: number) => request<Application>('/access-rules/application', { method: 'POST', version });
