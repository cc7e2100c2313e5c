import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconClock, IconLoader2, IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { InputState } from '../api/model';
import classes from './ui.module.css';

const LOOK = {
  COMPLETE: { icon: IconCircleCheck, tone: 'good' },
  INCOMPLETE: { icon: IconAlertTriangle, tone: 'warn' },
  READING: { icon: IconLoader2, tone: 'busy' },
  WAITING: { icon: IconClock, tone: 'quiet' },
  PROTECTED: { icon: IconLock, tone: 'warn' },
  FAILED: { icon: IconCircleX, tone: 'bad' },
} as const;

/** Instead of the state where what matters is that a day has passed. */
export function OverdueBadge() {
  const { t } = useTranslation();
  return <span className={classes.badge} data-tone="bad"><IconAlertTriangle size={15} stroke={2} aria-hidden />{t('list.overdue')}</span>;
}

/** Input state (入力状態): an icon and a word, never colour alone. */
export function StateBadge({ state, progress }: { state: InputState; progress?: number }) {
  const { t } = useTranslation();
  const { icon: Icon, tone } = LOOK[state];
  return (
    <span className={classes.badge} data-tone={tone}>
      <Icon size={15} stroke={2} aria-hidden className={state === 'READING' ? classes.turning : undefined} />
      {t(`inputState.${state}`)}
      {state === 'READING' && progress !== undefined && <span className={classes.percent}>{Math.round(progress * 100)}%</span>}
    </span>
  );
}
