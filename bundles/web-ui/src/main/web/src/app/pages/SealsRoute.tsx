import { useQuery } from '@tanstack/react-query';
import { sessionQuery } from '../../api/queries';
import { SealsPage } from '../../features/people/SealsPage';

export function Page() {
  const { data: session } = useQuery(sessionQuery);
  return session ? <SealsPage name={session.profile.name} /> : null;
}
