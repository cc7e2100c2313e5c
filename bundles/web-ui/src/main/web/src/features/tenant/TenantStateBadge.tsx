import { IconCircleCheck, IconCircleX, IconPlayerPause } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import ui from '../../ui/ui.module.css';
import type { TenantState } from './api';

const LOOK = {
  ACTIVE: { icon: IconCircleCheck, tone: 'good' },
  SUSPENDED: { icon: IconPlayerPause, tone: 'warn' },
  CLOSED: { icon: IconCircleX, tone: 'quiet' },
} as const;

export function TenantStateBadge({ state }: { state: TenantState }) {
  const { t } = useTranslation();
  const { icon: Icon, tone } = LOOK[state];
  return <span className={ui.badge} data-tone={tone}><Icon size={14} aria-hidden />{t(`tenant.state.${state}`)}</span>;
}
