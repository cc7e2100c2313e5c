import { useQuery } from '@tanstack/react-query';
import { sessionQuery } from '../../api/queries';
import { MailsPage } from '../../features/mail/MailsPage';

export function Page() {
  const { data: session } = useQuery(sessionQuery);
  return session ? <MailsPage everybody={session.profile.permissions.includes('OPERATOR')} /> : null;
}
