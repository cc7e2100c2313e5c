import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Navigate, useLocation } from 'react-router';
import { followEvents } from '../api/live';
import { sessionQuery } from '../api/queries';
import i18n, { applyLanguage } from '../locales';
import { ErrorState, PageLoading } from '../ui/States';
import { Shell } from './Shell';

/** Everything but the sign-in page: asks to sign in first and comes back to the address that was wanted. */
export function SignedIn() {
  const location = useLocation();
  const client = useQueryClient();
  const { data: session, isPending, error, refetch } = useQuery(sessionQuery);
  const user = session?.profile.id;
  const language = session?.profile.language;

  useEffect(() => {
    if (language && language !== i18n.language) void applyLanguage(language);
  }, [language]);
  useEffect(() => (user ? followEvents(client) : undefined), [client, user]);

  if (isPending) return <PageLoading />;
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!session) {
    const to = location.pathname + location.search;
    return <Navigate to={to === '/' ? '/signin' : `/signin?to=${encodeURIComponent(to)}`} replace />;
  }
  return <Shell profile={session.profile} />;
}
