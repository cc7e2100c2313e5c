import { Button, Group, NativeSelect, Stack, Text, Title } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { groupsQuery, ledgersQuery } from '../../api/queries';
import { RightsEditor } from '../../ui/RightsEditor';
import { ErrorState, LineSkeletons, ProblemText } from '../../ui/States';
import { toastSaved } from '../../ui/toasts';
import { useFormat } from '../../ui/useFormat';
import { useTitle } from '../../ui/useTitle';
import { ApplyRules } from './ApplyRules';
import { replaceRules, rulesQuery, type Rule } from './api';
import classes from './access.module.css';

/** アクセス権限の既定: the rights that records get when they are registered. */
export function AccessRulesPage() {
  const { t } = useTranslation();
  useTitle(t('access.rules'));
  const rules = useQuery({ ...rulesQuery, refetchOnWindowFocus: false });
  return (
    <div className={classes.page}>
      <Title order={1}>{t('access.rules')}</Title>
      <Text c="dimmed">{t('access.rulesText')}</Text>
      {rules.isPending ? <LineSkeletons lines={5} />
        : rules.isError ? <ErrorState error={rules.error} onRetry={() => void rules.refetch()} />
          : <Rules key={rules.data.version} rules={rules.data.value.rules} version={rules.data.version} />}
    </div>
  );
}

type Draft = Rule & { key: number };

function Rules({ rules, version }: { rules: Rule[]; version: number }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [drafts, setDrafts] = useState<Draft[]>(rules.map((rule, key) => ({ ...rule, key })));
  const save = useMutation({
    mutationFn: () => replaceRules(drafts, version),
    onSuccess: (fresh) => {
      client.setQueryData(rulesQuery.queryKey, fresh);
      toastSaved(t('access.rulesSaved'));
    },
  });
  const dirty = JSON.stringify(drafts.map((draft) => ({ ...draft, key: undefined }))) !== JSON.stringify(rules);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  const add = () => setDrafts([...drafts, { key: 1 + Math.max(-1, ...drafts.map((one) => one.key)), everyone: 'NONE', owningGroup: 'EDIT', grants: [] }]);
  return (
    <>
    <form onSubmit={submit}>
      <Stack gap="md">
        {drafts.length === 0 && <Text className={classes.rule}>{t('access.noRules')}</Text>}
        {drafts.map((draft) => (
          <RuleCard key={draft.key} rule={draft} onChange={(change) => setDrafts(drafts.map((one) => (one.key === draft.key ? { ...one, ...change } : one)))} onRemove={() => setDrafts(drafts.filter((one) => one.key !== draft.key))} />
        ))}
        {save.isError && <Text c="var(--bad)" role="alert"><ProblemText error={save.error} /></Text>}
        <Group justify="space-between">
          <Button variant="default" leftSection={<IconPlus size={16} />} onClick={add}>{t('access.addRule')}</Button>
          <Button type="submit" loading={save.isPending}>{t('access.saveRules')}</Button>
        </Group>
      </Stack>
    </form>
    <ApplyRules version={version} dirty={dirty} />
    </>
  );
}

function RuleCard({ rule, onChange, onRemove }: { rule: Draft; onChange: (change: Partial<Rule>) => void; onRemove: () => void }) {
  const { t } = useTranslation();
  const { label } = useFormat();
  const { data: ledgers = [] } = useQuery(ledgersQuery);
  const { data: groups = [] } = useQuery(groupsQuery);
  const ledger = ledgers.find((one) => one.id === rule.ledger);
  const what = t('access.ruleFor', { ledger: ledger ? label(ledger.label) : rule.ledger ?? t('access.allLedgers'), group: rule.group?.name || t('access.allGroups') });
  return (
    <section className={classes.rule} aria-label={what}>
      <div className={classes.ruleHead}>
        <NativeSelect label={t('access.ledger')} value={rule.ledger ?? ''} onChange={(e) => onChange({ ledger: e.currentTarget.value || undefined })}
          data={[{ value: '', label: t('access.allLedgers') }, ...ledgers.map((one) => ({ value: one.id, label: label(one.label) })), ...(rule.ledger && !ledger ? [{ value: rule.ledger, label: rule.ledger }] : [])]} />
        <NativeSelect label={t('access.owningGroup')} value={rule.group?.id ?? ''} onChange={(e) => onChange({ group: e.currentTarget.value ? { id: e.currentTarget.value, name: e.currentTarget.selectedOptions[0]?.text ?? '' } : undefined })}
          data={[{ value: '', label: t('access.allGroups') }, ...groups.map((one) => ({ value: one.id, label: one.path.join(' / ') }))]} />
        <Button variant="subtle" color="red.8" className={classes.danger} leftSection={<IconTrash size={16} />} onClick={onRemove} aria-label={t('access.removeRule', { what })}>{t('access.removeShort')}</Button>
      </div>
      <RightsEditor rights={rule} owningGroup={t('access.owningGroup')} onChange={({ everyone, owningGroup, grants }) => onChange({ everyone, owningGroup, grants })} />
    </section>
  );
}
