import { Alert, Progress, Text, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState, LineSkeletons } from '../../ui/States';
import { useFormat } from '../../ui/useFormat';
import { formatSize } from '../../ui/values';
import { usageQuery, type Tier, type Usage, type Whose } from './api';
import classes from './tenant.module.css';

/** What a company uses beside what its plan allows. */
export function UsageView({ whose, order = 2 }: { whose: Whose; order?: 2 | 3 }) {
  const usage = useQuery({ ...usageQuery(whose), refetchInterval: 60_000 });
  if (usage.isPending) return <LineSkeletons lines={5} />;
  if (usage.isError) return <ErrorState error={usage.error} onRetry={() => void usage.refetch()} />;
  return <Loaded usage={usage.data} order={order} />;
}

function Loaded({ usage, order }: { usage: Usage; order: 2 | 3 }) {
  const { t } = useTranslation();
  const { label, language, number } = useFormat();
  const { plan } = usage;
  return (
    <div className={classes.usage}>
      {!plan.terms && (
        <Alert color="yellow" variant="light" icon={<IconAlertTriangle size={20} />} title={t('tenant.planAway', { plan: plan.id })}>
          <Text c="var(--mantine-color-text)">{t('tenant.planAwayText')}</Text>
        </Alert>
      )}
      <section className={classes.section}>
        <Title order={order} fz={16} mb={12}>{t('tenant.planIs', { plan: label(plan.label) })}</Title>
        <div className={classes.meters}>
          <Meter name={t('tenant.uploadsIn', { month: month(usage.month, language) })} used={usage.uploads} limit={plan.terms?.monthlyUploads ?? null} note={t('tenant.uploadsNote')} />
          <Meter name={t('tenant.sessions')} used={usage.sessions} limit={plan.terms?.licences ?? null} note={t('tenant.sessionsNote')} />
        </div>
        <dl className={classes.facts}>
          <dt>{t('tenant.users')}</dt><dd className="tabular">{t('tenant.people', { count: usage.users, number: number(usage.users) })}</dd>
          <dt>{t('tenant.records')}</dt><dd className="tabular">{t('tenant.pieces', { count: usage.records, number: number(usage.records) })}</dd>
          <dt>{t('tenant.bytes')}</dt><dd className="tabular">{formatSize(usage.bytes)}</dd>
          {plan.terms && <Terms tier={plan} />}
        </dl>
      </section>
      <section className={classes.section}>
        <Title order={order} fz={16} mb={12}>{t('tenant.months')}</Title>
        <Months usage={usage} />
      </section>
    </div>
  );
}

function Terms({ tier }: { tier: Tier }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const terms = tier.terms!;
  return (
    <>
      <dt>{t('tenant.fileSize')}</dt><dd className="tabular">{formatSize(terms.maximumFileSize)}</dd>
      <dt>{t('tenant.customFields')}</dt><dd className="tabular">{terms.customFields == null ? t('tenant.noLimit') : number(terms.customFields)}</dd>
      <dt>{t('tenant.english')}</dt><dd>{terms.features.includes('extraction.en') ? t('tenant.included') : t('tenant.notIncluded')}</dd>
    </>
  );
}

/** 2026年11月 or November 2026. */
const month = (iso: string, language: string) => new Date(`${iso.slice(0, 7)}-01T00:00Z`).toLocaleDateString(language, { year: 'numeric', month: 'long', timeZone: 'UTC' });

function Meter({ name, used, limit, note }: { name: string; used: number; limit: number | null; note: string }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const id = useId();
  const share = limit === null ? 0 : limit === 0 ? 100 : Math.min(100, (used / limit) * 100);
  const state = limit === null || share < 80 ? 'good' : share < 100 ? 'near' : 'full';
  return (
    <div className={classes.meter}>
      <Text id={id} fw={600}>{name}</Text>
      <Text className="tabular" fz={22} fw={600}>
        {number(used)}<Text span c="dimmed" fz="sm" ml={6}>/ {limit === null ? t('tenant.noLimit') : number(limit)}</Text>
      </Text>
      {limit !== null && (
        <Progress.Root size={10}>
          <Progress.Section value={share} color={state === 'good' ? 'green.8' : state === 'near' ? 'yellow.7' : 'red.8'} aria-labelledby={id} />
        </Progress.Root>
      )}
      {limit !== null && <Text fz={13} {...(state === 'full' && { c: 'var(--bad)' })}>{state === 'full' ? t('tenant.usedUp') : t('tenant.left', { count: limit - used, number: number(limit - used) })}</Text>}
      <Text fz={13} c="dimmed">{note}</Text>
    </div>
  );
}

function Months({ usage }: { usage: Usage }) {
  const { t } = useTranslation();
  const { language, number } = useFormat();
  if (usage.months.length === 0) return <Text c="dimmed">{t('tenant.noMonths')}</Text>;
  const most = Math.max(...usage.months.map((one) => one.uploads));
  return (
    <table className={classes.months}>
      <thead><tr><th scope="col">{t('tenant.monthHead')}</th><th scope="col">{t('tenant.uploads')}</th><td /></tr></thead>
      <tbody>
        {usage.months.map((one) => (
          <tr key={one.month}>
            <th scope="row" className="tabular">{month(one.month, language)}</th>
            <td className="tabular">{number(one.uploads)}</td>
            <td aria-hidden><Progress.Root size={8}><Progress.Section value={(one.uploads / most) * 100} color="gray.6" aria-hidden /></Progress.Root></td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
