import { Button, NumberInput, Radio, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/http';
import { ErrorState, LineSkeletons, ProblemText, useProblemText } from '../../ui/States';
import { toastSaved } from '../../ui/toasts';
import { changeSettings, settingsQuery, type Settings, type Whose } from './api';
import classes from './tenant.module.css';

type Props = { whose: Whose; withRules?: boolean };

/** A company's settings; with the rules of sign-in where these have no page of their own. */
export function SettingsForm(props: Props) {
  const settings = useQuery(settingsQuery(props.whose));
  if (settings.isPending) return <LineSkeletons lines={4} />;
  if (settings.isError) return <ErrorState error={settings.error} onRetry={() => void settings.refetch()} />;
  return <Form key={settings.data.version} {...props} settings={settings.data.value} version={settings.data.version} />;
}

/** What the first user ID of a pattern looks like. */
const example = (pattern: string, code: string) => pattern.replace('{code}', code).replace('{number}', '01');

function Form({ whose, withRules = false, settings, version }: Props & { settings: Settings; version: number }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const problemText = useProblemText();
  const [wanted, setWanted] = useState(settings);
  const { signIn } = wanted;
  const rule = (change: Partial<Settings['signIn']>) => setWanted({ ...wanted, signIn: { ...signIn, ...change } });
  const save = useMutation({
    mutationFn: () => changeSettings(whose, withRules ? wanted : { loginPattern: wanted.loginPattern, ownNameChange: wanted.ownNameChange }, version),
    onSuccess: (fresh) => {
      client.setQueryData(settingsQuery(whose).queryKey, fresh);
      void client.invalidateQueries({ queryKey: ['sign-in-rules'] });
      void client.invalidateQueries({ queryKey: ['user', 'next'] });
      toastSaved(t('tenant.settingsSaved'));
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  const wrongPattern = save.error instanceof Problem && save.error.code === 'tenant.login-pattern';
  const number = (value: string | number) => (typeof value === 'number' ? value : Number.parseInt(value, 10) || 0);
  return (
    <form onSubmit={send} noValidate>
      <Stack gap="md" align="flex-start">
        {save.isError && !wrongPattern && <Text c="var(--bad)" role="alert"><ProblemText error={save.error} /></Text>}
        <TextInput className={classes.field} label={t('tenant.loginPattern')} description={t('tenant.loginPatternText', { code: '{code}', number: '{number}', example: example(wanted.loginPattern, settings.code) })}
          value={wanted.loginPattern} maxLength={40} autoComplete="off" spellCheck={false} error={wrongPattern ? problemText(save.error).text : null}
          onChange={(e) => setWanted({ ...wanted, loginPattern: e.currentTarget.value })} />
        <Switch label={t('tenant.ownNames')} description={t('tenant.ownNamesText')} checked={wanted.ownNameChange} onChange={(e) => setWanted({ ...wanted, ownNameChange: e.currentTarget.checked })} />
        {withRules && (
          <>
            <Radio.Group label={t('account.policy')} value={signIn.passwordPolicy ?? 'MODERN'} onChange={(v) => rule({ passwordPolicy: v as NonNullable<typeof signIn.passwordPolicy> })}>
              <Stack gap={10} mt={8}>
                <Radio value="MODERN" label={t('account.policyModern')} description={t('account.policyModernText')} />
                <Radio value="CLASSIC" label={t('account.policyClassic')} description={t('account.policyClassicText')} />
              </Stack>
            </Radio.Group>
            <Switch label={t('factor.requireLabel')} description={t('factor.requireText')} checked={signIn.secondFactorRequired ?? false} onChange={(e) => rule({ secondFactorRequired: e.currentTarget.checked })} />
            <NumberInput className={classes.field} label={t('account.idle')} min={5} max={10080} allowDecimal={false} value={signIn.idleMinutes ?? 720} onChange={(v) => rule({ idleMinutes: number(v) })} />
            <NumberInput className={classes.field} label={t('account.longest')} description={t('account.rulesNote')} min={1} max={90} allowDecimal={false} value={signIn.longestDays ?? 30} onChange={(v) => rule({ longestDays: number(v) })} />
          </>
        )}
        <Button type="submit" loading={save.isPending} disabled={JSON.stringify(wanted) === JSON.stringify(settings)}>{t('tenant.saveSettings')}</Button>
      </Stack>
    </form>
  );
}
