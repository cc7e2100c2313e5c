import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Navigate, useSearchParams } from 'react-router';
import { changeSession, sessionQuery } from '../api/queries';
import { SignInPage } from '../features/signin/SignInPage';
import { PageLoading } from '../ui/States';

/** Only paths of our own: never another site's address. */
export const safeTarget = (to: string | null) => (to && /^\/(?![/\\])/.test(to) ? to : '/');

export function SignInRoute() {
  const [parameters] = useSearchParams();
  const client = useQueryClient();
  const { data: session, isPending } = useQuery(sessionQuery);
  if (isPending) return <PageLoading />;
  if (session) return <Navigate to={safeTarget(parameters.get('to'))} replace />;
  return <SignInPage onSignedIn={(fresh) => {
    changeSession(client, fresh);
  }} />;
}
