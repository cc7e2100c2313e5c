import { useQuery } from '@tanstack/react-query';
import { sessionQuery } from '../../api/queries';
import { SecurityPage } from '../../features/account/SecurityPage';

export function Page() {
  const { data: session } = useQuery(sessionQuery);
  return session ? <SecurityPage session={session} /> : null;
}
