import { useQuery } from '@tanstack/react-query';
import { sessionQuery } from '../../api/queries';
import { DelegatesPage } from '../../features/people/DelegatesPage';

export function Page() {
  const { data: session } = useQuery(sessionQuery);
  return session ? <DelegatesPage signer={session.profile.permissions.includes('SIGNER')} /> : null;
}
