import { useQuery } from '@tanstack/react-query';
import { sessionQuery } from '../../api/queries';
import { CompanySettingsPage } from '../../features/tenant/CompanySettingsPage';

export function Page() {
  const { data: session } = useQuery(sessionQuery);
  return session ? <CompanySettingsPage company={session.profile.tenantName} /> : null;
}
