import { useQuery } from '@tanstack/react-query';
import { sessionQuery } from '../../api/queries';
import { HistoryPage } from '../../features/history/HistoryPage';

export function Page() {
  const { data: session } = useQuery(sessionQuery);
  if (!session) return null;
  const may = session.profile.permissions;
  return <HistoryPage operator={may.includes('OPERATOR')} member={may.includes('AUDITOR') || may.includes('TENANT_ADMINISTRATOR')} />;
}
