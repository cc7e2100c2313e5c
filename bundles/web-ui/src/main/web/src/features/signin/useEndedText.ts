import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { endedQuery } from '../../api/queries';

const REASONS = ['IDLE', 'TOO_OLD', 'ENDED_BY_USER', 'ENDED_BY_ADMINISTRATOR', 'PASSWORD_CHANGED', 'LICENCE_TAKEN'] as const;
const LONGEST = 24 * 3600 * 1000;

/** Why this browser's session is over, if that is news. */
export function useEndedText(): string | null {
  const { t } = useTranslation();
  const { data } = useQuery(endedQuery);
  const reason = REASONS.find((one) => one === data?.reason);
  if (!data || !reason || Date.now() - Date.parse(data.at) > LONGEST) return null;
  return t(`entry.ended.${reason}`, { by: data.by || t('entry.administrator') });
}
