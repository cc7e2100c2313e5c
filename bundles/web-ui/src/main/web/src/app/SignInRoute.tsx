import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Navigate, useSearchParams } from 'react-router';
import type { Entry } from '../api/model';
import { changeSession, entryQuery, signOut } from '../api/queries';
import { SignInPage } from '../features/signin/SignInPage';
import { StepPage } from '../features/signin/StepPage';
import { applyLanguage } from '../locales';
import { PageLoading } from '../ui/States';

/** Only paths of our own: never another site's address. */
export const safeTarget = (to: string | null) => (to && /^\/(?![/\\])/.test(to) ? to : '/');

export function SignInRoute() {
  const [parameters] = useSearchParams();
  const client = useQueryClient();
  const { data: entry, isPending } = useQuery(entryQuery);
  const language = entry?.waitingFor?.language;
  useEffect(() => {
    if (language === 'ja' || language === 'en') void applyLanguage(language);
  }, [language]);
  if (isPending) return <PageLoading />;
  if (entry?.profile) return <Navigate to={safeTarget(parameters.get('to'))} replace />;
  const move = (fresh: Entry | null) => changeSession(client, fresh);
  return entry
    ? <StepPage entry={entry} onEntry={move} onCancel={() => void signOut().catch(() => undefined).then(() => move(null))} />
    : <SignInPage onSignedIn={move} />;
}
