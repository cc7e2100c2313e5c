import { useQuery } from '@tanstack/react-query';
import { sessionQuery } from '../../api/queries';
import { UsersPage } from '../../features/people/UsersPage';

export function Page() {
  const { data: session } = useQuery(sessionQuery);
  return session ? <UsersPage self={session.profile.id} /> : null;
}
