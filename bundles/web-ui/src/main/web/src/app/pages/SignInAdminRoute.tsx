import { useQuery } from '@tanstack/react-query';
import { sessionQuery } from '../../api/queries';
import { SignInAdminPage } from '../../features/account/SignInAdminPage';

export function Page() {
  const { data: session } = useQuery(sessionQuery);
  if (!session) return null;
  const { permissions } = session.profile;
  return <SignInAdminPage operator={permissions.includes('OPERATOR')} administrator={permissions.includes('TENANT_ADMINISTRATOR')} />;
}
