import { IconAlertTriangle, IconCircleCheck, IconClock, IconSend } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import ui from '../../ui/ui.module.css';
import type { MailState } from './api';

const LOOK = {
  QUEUED: { icon: IconClock, tone: 'quiet' },
  SENDING: { icon: IconSend, tone: 'busy' },
  SENT: { icon: IconCircleCheck, tone: 'good' },
  PARKED: { icon: IconAlertTriangle, tone: 'warn' },
} as const;

export function MailStateBadge({ state }: { state: MailState }) {
  const { t } = useTranslation();
  const { icon: Icon, tone } = LOOK[state];
  return <span className={ui.badge} data-tone={tone}><Icon size={14} aria-hidden />{t(`mail.state.${state}`)}</span>;
}
