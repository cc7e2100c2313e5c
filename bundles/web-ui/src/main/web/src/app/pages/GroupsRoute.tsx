import { useQuery } from '@tanstack/react-query';
import { sessionQuery } from '../../api/queries';
import { GroupsPage } from '../../features/people/GroupsPage';

export function Page() {
  const { data: session } = useQuery(sessionQuery);
  return session ? <GroupsPage everywhere={session.profile.permissions.some((one) => one === 'TENANT_ADMINISTRATOR' || one === 'OPERATOR')} /> : null;
}
