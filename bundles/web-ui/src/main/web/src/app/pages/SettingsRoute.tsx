import { useQuery } from '@tanstack/react-query';
import { sessionQuery } from '../../api/queries';
import { SettingsPage } from '../../features/settings/SettingsPage';

export function Page() {
  const { data: session } = useQuery(sessionQuery);
  return session ? <SettingsPage profile={session.profile} /> : null;
}
