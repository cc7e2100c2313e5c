import { Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/useFormat';
import { useTitle } from '../../ui/useTitle';
import { formatSize } from '../../ui/values';
import { plansQuery, usageQuery } from './api';
import { UsageView } from './UsageView';
import classes from './tenant.module.css';

/** 管理 → プランと利用状況. */
export function PlanPage() {
  const { t } = useTranslation();
  useTitle(t('tenant.planTitle'));
  return (
    <div className={classes.page}>
      <Title order={1}>{t('tenant.planTitle')}</Title>
      <UsageView whose="own" />
      <Tiers />
    </div>
  );
}

/** The tiers side by side. */
function Tiers() {
  const { t } = useTranslation();
  const { label, number } = useFormat();
  const { data: tiers = [] } = useQuery(plansQuery);
  const { data: usage } = useQuery(usageQuery('own'));
  const sorted = tiers.filter((tier) => tier.terms).sort((a, b) => (a.terms!.monthlyUploads ?? Infinity) - (b.terms!.monthlyUploads ?? Infinity));
  if (sorted.length < 2) return null;
  const limit = (value: number | null | undefined) => (value == null ? t('tenant.noLimit') : number(value));
  const rows = [
    [t('tenant.uploadsMonthly'), sorted.map((tier) => limit(tier.terms!.monthlyUploads))],
    [t('tenant.licences'), sorted.map((tier) => limit(tier.terms!.licences))],
    [t('tenant.fileSize'), sorted.map((tier) => formatSize(tier.terms!.maximumFileSize))],
    [t('tenant.customFields'), sorted.map((tier) => limit(tier.terms!.customFields))],
    [t('tenant.english'), sorted.map((tier) => (tier.terms!.features.includes('extraction.en') ? t('tenant.included') : t('tenant.notIncluded')))],
  ] as const;
  return (
    <section className={classes.section}>
      <Title order={2} fz={16} mb={4}>{t('tenant.compare')}</Title>
      <Text c="dimmed" mb={12}>{t('tenant.compareText')}</Text>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolls by keyboard */}
      <div className={classes.scroller} role="region" aria-label={t('tenant.compare')} tabIndex={0}>
        <table className={classes.compare}>
          <thead>
            <tr>
              <td />
              {sorted.map((tier) => <th key={tier.id} scope="col" data-own={tier.id === usage?.plan.id || undefined}>{label(tier.label)}{tier.id === usage?.plan.id && <Text span fz={12} ml={6}>{t('tenant.present')}</Text>}</th>)}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, cells]) => (
              <tr key={name}><th scope="row">{name}</th>{cells.map((cell, i) => <td key={sorted[i]!.id} className="tabular">{cell}</td>)}</tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
