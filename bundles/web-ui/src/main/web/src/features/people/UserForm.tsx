import { Button, Checkbox, MultiSelect, Radio, Stack, Text, TextInput, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/http';
import { ProblemText, useProblemText } from '../../ui/States';
import { useFirstWrong } from '../../ui/useFirstWrong';
import { PERMISSIONS, groupsQuery, type Permission, type Registration, type User, type UserFields } from './api';
import { pathOf } from './tree';
import classes from './people.module.css';

type Props = { user?: User; registration: Registration; submit: string; pending: boolean; error: unknown; onSubmit: (fields: UserFields, loginId: string) => void };

const MAIL = /^[^\s@<>]+@[^\s@<>]+$/;
/** Beside which field a refusal is shown. */
const FIELD_OF: Record<string, string> = {
  'user.name': 'name', 'mail.address': 'mail', 'mail.taken': 'mail', 'user.sub-mails': 'subMails', 'user.login-id': 'loginId', 'user.login-taken': 'loginId', 'user.groups': 'groups', 'group.unknown': 'groups', 'permission.grant': 'permissions', 'user.last-administrator': 'permissions',
};
const lines = (text: string) => text.split(/\r?\n/).map((line) => line.trim()).filter(Boolean);

/** What an administrator writes about a user; refusals stand beside the fields. */
export function UserForm({ user, registration, submit, pending, error, onSubmit }: Props) {
  const { t, i18n } = useTranslation();
  const problemText = useProblemText();
  const { data: groups = [] } = useQuery(groupsQuery);
  const [loginId, setLoginId] = useState(registration.loginId);
  const [name, setName] = useState(user?.name ?? '');
  const [mail, setMail] = useState(user?.mail ?? '');
  const [subMails, setSubMails] = useState(user?.subMails.join('\n') ?? '');
  const [places, setPlaces] = useState<string[]>(user?.groups.map((place) => place.group) ?? []);
  const [permissions, setPermissions] = useState<Permission[]>(user?.permissions ?? ['VIEWER']);
  const [language, setLanguage] = useState(user?.language ?? i18n.language);
  const [checked, setChecked] = useState<Record<string, string>>({});
  const locked = user !== undefined && !user.managed;

  const wrongSubMail = lines(subMails).find((one) => !MAIL.test(one));
  const place = error instanceof Problem ? FIELD_OF[error.code] : undefined;
  const errorOf = (field: string) => checked[field] ?? (place === field && !Object.keys(checked).length ? problemText(error).text : null);
  const form = useFirstWrong<HTMLFormElement>(checked, error);
  const send = (event: FormEvent) => {
    event.preventDefault();
    const wrong: Record<string, string> = {};
    if (!name.trim()) wrong.name = t('people.needName');
    if (!MAIL.test(mail.trim())) wrong.mail = mail.trim() ? t('people.wrongMail', { mail: mail.trim() }) : t('people.needMail');
    if (wrongSubMail) wrong.subMails = t('people.wrongMail', { mail: wrongSubMail });
    if (!registration.everywhere && places.length === 0) wrong.groups = t('people.needGroup');
    setChecked(wrong);
    if (Object.keys(wrong).length === 0) onSubmit({ name: name.trim(), mail: mail.trim(), subMails: lines(subMails), groups: places, permissions, language }, loginId.trim());
  };
  const choices = groups.filter((group) => group.managed || places.includes(group.id)).map((group) => ({ value: group.id, label: pathOf(group.path), disabled: !group.managed }));
  return (
    <form onSubmit={send} noValidate ref={form}>
      <Stack gap="md">
        {error != null && !place && <Text c="var(--bad)" role="alert"><ProblemText error={error} /></Text>}
        {!user && <TextInput label={t('people.loginId')} description={t('people.loginIdText', { form: registration.form })} value={loginId} onChange={(e) => setLoginId(e.currentTarget.value)} error={errorOf('loginId')} autoComplete="off" />}
        <TextInput label={t('people.name')} required value={name} maxLength={100} disabled={locked} onChange={(e) => setName(e.currentTarget.value)} error={errorOf('name')} autoComplete="off" />
        <TextInput label={t('people.mail')} required type="email" inputMode="email" value={mail} maxLength={254} disabled={locked} onChange={(e) => setMail(e.currentTarget.value)} error={errorOf('mail')} autoComplete="off" />
        <Textarea label={t('people.subMails')} description={t('people.subMailsText')} autosize minRows={1} maxRows={6} value={subMails} disabled={locked} onChange={(e) => setSubMails(e.currentTarget.value)} error={errorOf('subMails')} />
        <MultiSelect label={t('people.groups')} description={t('people.groupsText')} required={!registration.everywhere} searchable clearable={!locked} data={choices} value={places} disabled={locked} onChange={setPlaces} error={errorOf('groups')} nothingFoundMessage={t('people.noResult')} clearButtonProps={{ 'aria-label': t('search.clear') }} />
        <Checkbox.Group label={t('people.permission')} value={permissions} onChange={(value) => setPermissions(value as Permission[])} error={errorOf('permissions')}>
          <div className={classes.checks}>
            {PERMISSIONS.filter((one) => registration.grantable.includes(one) || permissions.includes(one)).map((one) => (
              <Checkbox key={one} value={one} label={t(`people.may.${one}`)} description={t(`people.mayText.${one}`)} disabled={locked || !registration.grantable.includes(one)} />
            ))}
          </div>
        </Checkbox.Group>
        <Radio.Group label={t('people.language')} value={language} onChange={setLanguage}>
          <div className={classes.radios}><Radio value="ja" label="日本語" disabled={locked} /><Radio value="en" label="English" disabled={locked} /></div>
        </Radio.Group>
        {!locked && <div><Button type="submit" loading={pending}>{submit}</Button></div>}
      </Stack>
    </form>
  );
}
