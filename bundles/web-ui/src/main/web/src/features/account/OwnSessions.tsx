import { Badge, Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { browserName } from '../../ui/browser';
import { ErrorState, LineSkeletons } from '../../ui/States';
import { useFormat } from '../../ui/useFormat';
import classes from './account.module.css';
import { sessionsQuery, type OpenSession } from './api';
import { EndSession } from './EndSession';

/** Where the user is signed in; each session can be ended. */
export function OwnSessions() {
  const { t } = useTranslation();
  const format = useFormat();
  const sessions = useQuery(sessionsQuery('own'));
  const [ending, setEnding] = useState<OpenSession | 'others' | null>(null);
  if (sessions.isPending) return <LineSkeletons lines={2} />;
  if (sessions.isError) return <ErrorState error={sessions.error} onRetry={() => void sessions.refetch()} />;
  const name = (session: OpenSession) => browserName(session.browser) ?? t('account.unknownBrowser');
  return (
    <>
      <ul className={classes.sessions}>
        {sessions.data.map((session) => (
          <li key={session.id} className={classes.session}>
            <div>
              <Group gap={8}>
                <Text fw={600}>{name(session)}</Text>
                {session.present && <Badge variant="light" color="green" tt="none" c="var(--good)">{t('account.thisOne')}</Badge>}
              </Group>
              <Text fz="sm" c="dimmed" className="tabular">
                {session.address} · {t('account.signedIn')} {format.time(session.created)} · {t('account.lastUsed')} {format.time(session.seen)}
              </Text>
            </div>
            {!session.present && (
              <Button size="compact-sm" variant="subtle" color="red.8" className={classes.danger} aria-label={t('account.endNamed', { what: `${name(session)} ${session.address}` })} onClick={() => setEnding(session)}>{t('account.end')}</Button>
            )}
          </li>
        ))}
      </ul>
      {sessions.data.length > 1 && <Button mt="sm" variant="default" onClick={() => setEnding('others')}>{t('account.endOthers')}</Button>}
      <EndSession ending={ending} what={ending && ending !== 'others' ? `${name(ending)} (${ending.address})` : ''} onClose={() => setEnding(null)} />
    </>
  );
}
