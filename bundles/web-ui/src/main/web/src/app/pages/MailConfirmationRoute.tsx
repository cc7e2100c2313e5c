import { useQuery } from '@tanstack/react-query';
import { useLocation } from 'react-router';
import { sessionQuery } from '../../api/queries';
import { MailConfirmationPage } from '../../features/people/MailConfirmationPage';
import { SignInFrame } from '../../features/signin/SignInFrame';
import { PageLoading } from '../../ui/States';

/** For people who are signed in and for others; the session is asked for, because whoever has one proves where the request comes from. */
export function Page() {
  const { hash } = useLocation();
  const { isPending } = useQuery(sessionQuery);
  return isPending ? <PageLoading /> : <SignInFrame><MailConfirmationPage secret={hash.slice(1)} /></SignInFrame>;
}
