import { queryOptions } from '@tanstack/react-query';
import { requestWithTag } from '../../api/http';
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
