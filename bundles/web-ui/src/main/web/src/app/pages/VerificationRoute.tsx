import { useQuery } from '@tanstack/react-query';
import { sessionQuery } from '../../api/queries';
import { VerificationPage } from '../../features/history/VerificationPage';

export function Page() {
  const { data: session } = useQuery(sessionQuery);
  if (!session) return null;
  const may = session.profile.permissions;
  return (
    <VerificationPage operator={may.includes('OPERATOR')} member={may.includes('AUDITOR') || may.includes('TENANT_ADMINISTRATOR')}
      sealer={may.includes('OPERATOR') || may.includes('TENANT_ADMINISTRATOR')} />
  );
}
