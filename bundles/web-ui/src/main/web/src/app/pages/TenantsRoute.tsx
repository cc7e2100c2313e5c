import { useQuery } from '@tanstack/react-query';
import { sessionQuery } from '../../api/queries';
import { TenantsPage } from '../../features/tenant/TenantsPage';

export function Page() {
  const { data: session } = useQuery(sessionQuery);
  return session ? <TenantsPage own={session.profile.tenantId} /> : null;
}
