import { Button, NativeSelect, Radio, Stack, Text, TextInput, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/http';
import { ProblemText, useProblemText } from '../../ui/States';
import { useFirstWrong } from '../../ui/useFirstWrong';
import { useFormat } from '../../ui/useFormat';
import { plansQuery, type NewTenant, type Tenant } from './api';
import classes from './tenant.module.css';

type Props = { tenant?: Tenant; submit: string; pending: boolean; error: unknown; onSubmit: (fields: NewTenant) => void };

/** Beside which field a refusal is shown. */
const FIELD_OF: Record<string, string> = {
  'tenant.code': 'code', 'tenant.code-taken': 'code', 'tenant.name': 'name', 'tenant.time-zone': 'timeZone', 'plan.unknown': 'plan', 'tenant.own-names': 'ownNames', 'tenant.own-numbers': 'ownNumbers',
  'user.name': 'person', 'mail.address': 'mail', 'mail.taken': 'mail',
};
const MAIL = /^[^\s@<>]+@[^\s@<>]+$/;
const lines = (text: string) => text.split(/\r?\n/).map((line) => line.trim()).filter(Boolean);

/** What an operator writes about a company; for a new one also its code and first administrator. */
export function TenantForm({ tenant, submit, pending, error, onSubmit }: Props) {
  const { t, i18n } = useTranslation();
  const { label } = useFormat();
  const problemText = useProblemText();
  const { data: tiers = [] } = useQuery(plansQuery);
  const [code, setCode] = useState('');
  const [name, setName] = useState(tenant?.name ?? '');
  const [chosen, setPlan] = useState(tenant?.plan ?? '');
  const [timeZone, setTimeZone] = useState(tenant?.timeZone ?? 'Asia/Tokyo');
  const [ownNames, setOwnNames] = useState(tenant?.ownNames.join('\n') ?? '');
  const [ownNumbers, setOwnNumbers] = useState(tenant?.ownNumbers.join('\n') ?? '');
  const [person, setPerson] = useState('');
  const [mail, setMail] = useState('');
  const [language, setLanguage] = useState(i18n.language);
  const [checked, setChecked] = useState<Record<string, string>>({});

  const plan = chosen || (tiers.find((tier) => tier.id === 'standard') ?? tiers[0])?.id || '';
  const choices = tiers.map((tier) => ({ value: tier.id, label: label(tier.label) }));
  if (tenant && !tiers.some((tier) => tier.id === tenant.plan)) choices.push({ value: tenant.plan, label: t('tenant.awayPlan', { plan: tenant.plan }) });
  const place = error instanceof Problem ? FIELD_OF[error.code] : undefined;
  const errorOf = (field: string) => checked[field] ?? (place === field && !Object.keys(checked).length ? problemText(error).text : null);
  const form = useFirstWrong<HTMLFormElement>(checked, error);
  const send = (event: FormEvent) => {
    event.preventDefault();
    const wrong: Record<string, string> = {};
    if (!tenant && !/^[A-Za-z0-9][A-Za-z0-9-]{1,19}$/.test(code.trim())) wrong.code = t('tenant.wrongCode');
    if (!name.trim()) wrong.name = t('tenant.needName');
    if (!tenant && !person.trim()) wrong.person = t('tenant.needPerson');
    if (!tenant && !MAIL.test(mail.trim())) wrong.mail = mail.trim() ? t('people.wrongMail', { mail: mail.trim() }) : t('people.needMail');
    setChecked(wrong);
    if (Object.keys(wrong).length > 0) return;
    onSubmit({ code: code.trim(), name: name.trim(), plan, timeZone: timeZone.trim(), ownNames: lines(ownNames), ownNumbers: lines(ownNumbers), administrator: { name: person.trim(), mail: mail.trim(), language } });
  };
  return (
    <form onSubmit={send} noValidate ref={form}>
      <Stack gap="md">
        {error != null && !place && <Text c="var(--bad)" role="alert"><ProblemText error={error} /></Text>}
        {!tenant && <TextInput label={t('tenant.code')} description={t('tenant.codeText')} required value={code} maxLength={20} onChange={(e) => setCode(e.currentTarget.value)} error={errorOf('code')} autoComplete="off" spellCheck={false} />}
        <TextInput label={t('tenant.name')} required value={name} maxLength={200} onChange={(e) => setName(e.currentTarget.value)} error={errorOf('name')} autoComplete="off" />
        <NativeSelect label={t('tenant.plan')} data={choices} value={plan} onChange={(e) => setPlan(e.currentTarget.value)} error={errorOf('plan')} />
        <TextInput label={t('tenant.timeZone')} description={t('tenant.timeZoneText')} value={timeZone} maxLength={60} onChange={(e) => setTimeZone(e.currentTarget.value)} error={errorOf('timeZone')} autoComplete="off" spellCheck={false} />
        <Textarea label={t('tenant.names')} description={t('tenant.namesText')} autosize minRows={1} maxRows={6} value={ownNames} onChange={(e) => setOwnNames(e.currentTarget.value)} error={errorOf('ownNames')} />
        <Textarea label={t('tenant.numbers')} description={t('tenant.numbersText')} autosize minRows={1} maxRows={6} value={ownNumbers} onChange={(e) => setOwnNumbers(e.currentTarget.value)} error={errorOf('ownNumbers')} />
        {!tenant && (
          <fieldset className={classes.group}>
            <legend>{t('tenant.administrator')}</legend>
            <Stack gap="md">
              <Text fz={13} c="dimmed">{t('tenant.administratorText')}</Text>
              <TextInput label={t('people.name')} required value={person} maxLength={100} onChange={(e) => setPerson(e.currentTarget.value)} error={errorOf('person')} autoComplete="off" />
              <TextInput label={t('people.mail')} required type="email" inputMode="email" value={mail} maxLength={254} onChange={(e) => setMail(e.currentTarget.value)} error={errorOf('mail')} autoComplete="off" />
              <Radio.Group label={t('people.language')} value={language} onChange={setLanguage}>
                <div className={classes.radios}><Radio value="ja" label="日本語" /><Radio value="en" label="English" /></div>
              </Radio.Group>
            </Stack>
          </fieldset>
        )}
        <div><Button type="submit" loading={pending}>{submit}</Button></div>
      </Stack>
    </form>
  );
}
