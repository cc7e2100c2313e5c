import { Button, NumberInput, Radio, Stack, Switch, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState, LineSkeletons, ProblemText } from '../../ui/States';
import { toastSaved } from '../../ui/toasts';
import classes from './account.module.css';
import { changeRules, rulesQuery, type SignInRules } from './api';

/** The company's rules of sign-in. */
export function Rules() {
  const rules = useQuery({ ...rulesQuery, refetchOnWindowFocus: false });
  if (rules.isPending) return <LineSkeletons lines={3} />;
  if (rules.isError) return <ErrorState error={rules.error} onRetry={() => void rules.refetch()} />;
  return <Form key={rules.data.version} rules={rules.data.value} version={rules.data.version} />;
}

function Form({ rules, version }: { rules: SignInRules; version: number }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [wanted, setWanted] = useState(rules);
  const save = useMutation({
    mutationFn: () => changeRules(wanted, version),
    onSuccess: (fresh) => {
      client.setQueryData(rulesQuery.queryKey, fresh);
      void client.invalidateQueries({ queryKey: ['session'] });
      toastSaved(t('account.rulesSaved'));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  const number = (value: string | number) => (typeof value === 'number' ? value : Number.parseInt(value, 10) || 0);
  return (
    <form onSubmit={submit}>
      <Stack gap="md" align="flex-start">
        {save.isError && <Text c="var(--bad)" role="alert"><ProblemText error={save.error} /></Text>}
        <Radio.Group label={t('account.policy')} value={wanted.passwordPolicy} onChange={(v) => setWanted({ ...wanted, passwordPolicy: v as SignInRules['passwordPolicy'] })}>
          <Stack gap={10} mt={8}>
            <Radio value="MODERN" label={t('account.policyModern')} description={t('account.policyModernText')} />
            <Radio value="CLASSIC" label={t('account.policyClassic')} description={t('account.policyClassicText')} />
          </Stack>
        </Radio.Group>
        <Switch label={t('factor.requireLabel')} description={t('factor.requireText')} checked={wanted.secondFactorRequired} onChange={(e) => setWanted({ ...wanted, secondFactorRequired: e.currentTarget.checked })} />
        <NumberInput className={classes.form} label={t('account.idle')} min={5} max={10080} allowDecimal={false} value={wanted.idleMinutes} onChange={(v) => setWanted({ ...wanted, idleMinutes: number(v) })} />
        <NumberInput className={classes.form} label={t('account.longest')} description={t('account.rulesNote')} min={1} max={90} allowDecimal={false} value={wanted.longestDays} onChange={(v) => setWanted({ ...wanted, longestDays: number(v) })} />
        <Button type="submit" loading={save.isPending} disabled={JSON.stringify(wanted) === JSON.stringify(rules)}>{t('account.saveRules')}</Button>
      </Stack>
    </form>
  );
}
