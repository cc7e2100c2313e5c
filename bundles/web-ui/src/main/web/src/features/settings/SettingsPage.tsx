import { Radio, SegmentedControl, Stack, Switch, Text, Title, useMantineColorScheme } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language, Profile } from '../../api/model';
import { changeLanguage } from '../../api/queries';
import { applyLanguage } from '../../locales';
import { prefer, usePreferences } from '../../ui/preferences';
import { useProblemText } from '../../ui/States';
import { toastError } from '../../ui/toasts';
import { useFormat } from '../../ui/useFormat';
import { useTitle } from '../../ui/useTitle';
import { Tokens } from './Tokens';
import classes from './SettingsPage.module.css';

export function SettingsPage({ profile }: { profile: Profile }) {
  const { t } = useTranslation();
  const format = useFormat();
  useTitle(t('nav.settings'));
  return (
    <div className={classes.page}>
      <Title order={1}>{t('nav.settings')}</Title>
      <Section title={t('settings.account')}>
        <dl className={classes.facts}>
          <dt>{t('settings.name')}</dt><dd>{profile.name}</dd>
          <dt>{t('settings.tenant')}</dt><dd>{profile.tenantName}</dd>
          <dt>{t('settings.loginId')}</dt><dd>{profile.loginId}</dd>
          <dt>{t('settings.mail')}</dt><dd>{profile.mail || '–'}</dd>
          <dt>{t('settings.lastSignIn')}</dt><dd>{profile.lastSignIn ? `${format.time(profile.lastSignIn)}${profile.lastSignInFrom && ` (${profile.lastSignInFrom})`}` : t('settings.firstSignIn')}</dd>
        </dl>
      </Section>
      <Section title={t('settings.display')}><Display profile={profile} /></Section>
      <Section title={t('settings.tokens')} lead={t('settings.tokensLead')}><Tokens /></Section>
    </div>
  );
}

function Section({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  return (
    <section className={classes.section}>
      <Title order={2}>{title}</Title>
      {lead && <Text c="dimmed" fz="sm">{lead}</Text>}
      <div className={classes.body}>{children}</div>
    </section>
  );
}

function Display({ profile }: { profile: Profile }) {
  const { t, i18n } = useTranslation();
  const client = useQueryClient();
  const problemText = useProblemText();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { dates, dimPages } = usePreferences();
  const language = useMutation({
    mutationFn: changeLanguage,
    onSuccess: (fresh) => client.setQueryData(['session'], (s: { profile: Profile } | null) => s && { ...s, profile: { ...s.profile, ...fresh, id: profile.id } }),
    onError: (error) => toastError(t('settings.notSaved'), problemText(error)),
  });
  const choose = (wanted: Language) => {
    void applyLanguage(wanted);
    language.mutate(wanted);
  };
  return (
    <Stack gap="lg">
      <Radio.Group label={t('settings.language')} value={i18n.language} onChange={(v) => choose(v as Language)}>
        <div className={classes.radios}><Radio value="ja" label="日本語" /><Radio value="en" label="English" /></div>
      </Radio.Group>
      <div>
        <Text fw={500} id="scheme" mb={6}>{t('settings.scheme')}</Text>
        <SegmentedControl aria-labelledby="scheme" value={colorScheme} onChange={(v) => setColorScheme(v as typeof colorScheme)}
          data={[{ value: 'auto', label: t('settings.schemeAuto') }, { value: 'light', label: t('settings.schemeLight') }, { value: 'dark', label: t('settings.schemeDark') }]} />
      </div>
      <Radio.Group label={t('settings.dates')} value={dates} onChange={(v) => prefer({ dates: v as typeof dates })}>
        <div className={classes.radios}><Radio value="western" label="2024/04/01" /><Radio value="wareki" label={i18n.language === 'ja' ? '令和6年4月1日' : 'R6.4.1'} /></div>
      </Radio.Group>
      <Switch label={t('settings.dimPages')} checked={dimPages} onChange={(e) => prefer({ dimPages: e.currentTarget.checked })} />
    </Stack>
  );
}
