import { Anchor, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useTitle } from '../../ui/useTitle';
import { SettingsForm } from './SettingsForm';
import classes from './tenant.module.css';

/** 管理 → 企業設定: what a company decides for itself. The rules of sign-in stand beside those who are signed in. */
export function CompanySettingsPage({ company }: { company: string }) {
  const { t } = useTranslation();
  useTitle(t('tenant.settings'));
  return (
    <div className={classes.page}>
      <Title order={1}>{t('tenant.settings')}</Title>
      <section className={classes.section}>
        <Title order={2} fz={16} mb={14}>{company}</Title>
        <SettingsForm whose="own" />
      </section>
      <section className={classes.section}>
        <Title order={2} fz={16} mb={8}>{t('tenant.rules')}</Title>
        <Text mb={8}>{t('tenant.rulesText')}</Text>
        <Anchor component={Link} to="/admin/sign-in">{t('tenant.toRules')}</Anchor>
      </section>
    </div>
  );
}
