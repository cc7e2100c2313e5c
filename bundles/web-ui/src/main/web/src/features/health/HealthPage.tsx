import { Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { HealthPart, HealthStatus } from '../../api/model';
import { healthQuery } from '../../api/queries';
import { ErrorState, LineSkeletons } from '../../ui/States';
import { useFormat } from '../../ui/useFormat';
import { useTitle } from '../../ui/useTitle';
import ui from '../../ui/ui.module.css';
import classes from './HealthPage.module.css';

const LOOK = { ok: { icon: IconCircleCheck, tone: 'good' }, warning: { icon: IconAlertTriangle, tone: 'warn' }, error: { icon: IconCircleX, tone: 'bad' } } as const;

function Status({ status }: { status: HealthStatus }) {
  const { t } = useTranslation();
  const { icon: Icon, tone } = LOOK[status] ?? LOOK.error;
  return <span className={ui.badge} data-tone={tone}><Icon size={15} aria-hidden />{t(`health.${status}`)}</span>;
}

/** How the platform is, part by part. */
export function HealthPage() {
  const { t } = useTranslation();
  const format = useFormat();
  useTitle(t('nav.health'));
  const health = useQuery(healthQuery);
  // What is fine is said in the person's language, with the figures of the platform; what is not, as the part says it.
  const words = (part: string, { status, message, text: said }: HealthPart) => {
    if (status !== 'ok') return format.label(said);
    const [first, second] = (message.match(/\d+/g) ?? []).map((figure) => format.number(Number(figure)));
    const text = t(`health.fine.${part}` as 'health.fine.index', { first, second, defaultValue: message });
    return /\{\{/.test(text) ? message : text;
  };
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <Title order={1}>{t('nav.health')}</Title>
        {health.data && <Status status={health.data.status} />}
        {health.dataUpdatedAt > 0 && <Text c="dimmed" fz="sm" className={classes.time}>{t('health.checked', { time: format.time(new Date(health.dataUpdatedAt).toISOString()) })}</Text>}
      </div>
      <Text c="dimmed">{t('health.lead')}</Text>
      <div className={classes.card}>
        {health.isPending ? <LineSkeletons lines={7} height={28} /> : health.isError ? <ErrorState error={health.error} onRetry={() => void health.refetch()} /> : (
          <ul className={classes.parts}>
            {Object.entries(health.data.parts).map(([part, state]) => (
              <li key={part}>
                <span className={classes.name}>{t(`health.part.${part}` as 'health.part.database', { defaultValue: part })}</span>
                <Status status={state.status} />
                <span className={classes.message}>{words(part, state)}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
