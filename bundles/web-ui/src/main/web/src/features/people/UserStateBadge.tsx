import { IconCircleCheck, IconLock, IconMail, IconUserOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import ui from '../../ui/ui.module.css';
import type { User } from './api';

const LOOK = {
  INVITED: { icon: IconMail, tone: 'busy' },
  ACTIVE: { icon: IconCircleCheck, tone: 'good' },
  LOCKED: { icon: IconLock, tone: 'warn' },
  DELETED: { icon: IconUserOff, tone: 'quiet' },
} as const;

/** The state of an account; one that is locked after wrong passwords counts as locked. */
export function UserStateBadge({ user }: { user: User }) {
  const { t } = useTranslation();
  const state = user.lockedUntil && user.state !== 'DELETED' ? 'LOCKED' : user.state;
  const { icon: Icon, tone } = LOOK[state];
  return <span className={ui.badge} data-tone={tone}><Icon size={14} aria-hidden />{t(`people.state.${state}`)}</span>;
}
