import { Badge, Button, Table, Text, Title, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { browserName } from '../../ui/browser';
import { EmptyState, ErrorState, LineSkeletons } from '../../ui/States';
import { useFormat } from '../../ui/useFormat';
import { useScreen } from '../../ui/useScreen';
import { useTitle } from '../../ui/useTitle';
import classes from './account.module.css';
import { sessionsQuery, type OpenSession } from './api';
import { EndSession } from './EndSession';
import { Rules } from './Rules';

/** 管理 → サインイン: who is signed in, and by which rules. */
export function SignInAdminPage({ operator, administrator }: { operator: boolean; administrator: boolean }) {
  const { t } = useTranslation();
  useTitle(t('account.adminTitle'));
  return (
    <div className={`${classes.page} ${classes.wide}`}>
      <Title order={1}>{t('account.adminTitle')}</Title>
      <section className={classes.section}>
        <Title order={2} mb={14}>{t('account.openTitle')}</Title>
        <People operator={operator} />
      </section>
      {administrator && (
        <section className={classes.section}>
          <Title order={2} mb={14}>{t('account.rulesTitle')}</Title>
          <Rules />
        </section>
      )}
    </div>
  );
}

function People({ operator }: { operator: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const phone = useScreen('(max-width: 48em)');
  const sessions = useQuery({ ...sessionsQuery('all'), refetchInterval: 30_000 });
  const [ending, setEnding] = useState<OpenSession | null>(null);
  if (sessions.isPending) return <LineSkeletons lines={4} />;
  if (sessions.isError) return <ErrorState error={sessions.error} onRetry={() => void sessions.refetch()} />;
  if (sessions.data.length === 0) return <EmptyState title={t('account.noneTitle')} />;
  const end = (session: OpenSession) => (session.present
    ? <Text fz="sm" c="dimmed">{t('account.thisOne')}</Text>
    : <Button size="compact-sm" variant="subtle" color="red.8" className={classes.danger} aria-label={t('account.endNamed', { what: `${session.name} ${session.address}` })} onClick={() => setEnding(session)}>{t('account.end')}</Button>);
  const device = (session: OpenSession) => browserName(session.browser) ?? t('account.unknownBrowser');
  const stage = (session: OpenSession) => session.stage !== 'FULL' && <Badge ml={8} variant="light" color="gray" tt="none">{t('account.stage')}</Badge>;
  return (
    <>
      {phone ? (
        <ul className={classes.sessions}>
          {sessions.data.map((session) => (
            <li key={session.id} className={classes.session}>
              <div>
                <Text fw={600}>{session.name} <Text span c="dimmed" fz="sm" fw={400}>{session.loginId}</Text>{stage(session)}</Text>
                {operator && <Text fz="sm">{session.tenantName}</Text>}
                {session.mail && <Text fz="sm">{session.mail}</Text>}
                <Text fz="sm" c="dimmed" className="tabular">{device(session)} · {session.address}</Text>
                <Text fz="sm" c="dimmed" className="tabular">{t('account.signedIn')} {format.time(session.created)}</Text>
              </div>
              {end(session)}
            </li>
          ))}
        </ul>
      ) : <Table.ScrollContainer minWidth={760}>
        <Table verticalSpacing={8}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('account.person')}</Table.Th>
              {operator && <Table.Th>{t('account.tenant')}</Table.Th>}
              <Table.Th>{t('account.mail')}</Table.Th>
              <Table.Th>{t('account.signedIn')}</Table.Th>
              <Table.Th>{t('account.lastUsed')}</Table.Th>
              <Table.Th>{t('account.browser')}</Table.Th>
              <Table.Th>{t('account.from')}</Table.Th>
              <Table.Th><VisuallyHidden>{t('account.end')}</VisuallyHidden></Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {sessions.data.map((session) => (
              <Table.Tr key={session.id}>
                <Table.Td>
                  {session.name} <Text span c="dimmed" fz="sm">{session.loginId}</Text>
                  {stage(session)}
                </Table.Td>
                {operator && <Table.Td>{session.tenantName}</Table.Td>}
                <Table.Td>{session.mail || '–'}</Table.Td>
                <Table.Td className="tabular">{format.time(session.created)}</Table.Td>
                <Table.Td className="tabular">{format.time(session.seen)}</Table.Td>
                <Table.Td>{device(session)}</Table.Td>
                <Table.Td className="tabular">{session.address}</Table.Td>
                <Table.Td ta="right">{end(session)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>}
      <EndSession ending={ending} what={ending ? `${ending.name} (${ending.address})` : ''} onClose={() => setEnding(null)} />
    </>
  );
}
