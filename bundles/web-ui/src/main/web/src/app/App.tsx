import { MantineProvider } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { Notifications } from '@mantine/notifications';
import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { RouterProvider } from 'react-router';
import { Problem, onSignedOut } from '../api/http';
import type { SessionEnd } from '../api/model';
import { endedQuery, entryQuery } from '../api/queries';
import { cssVariables, theme } from '../ui/theme';
import { ErrorBoundary } from './ErrorBoundary';
import { router } from './routes';

const client = new QueryClient({
  queryCache: new QueryCache(),
  defaultOptions: {
    // Without a network they fail and say so; by default they would wait for it in silence.
    mutations: { networkMode: 'always' },
    queries: {
      networkMode: 'always',
      staleTime: 5000,
      retry: (count, error) => count < 2 && (!(error instanceof Problem) || error.status === 0 || error.status >= 500),
      refetchOnWindowFocus: true,
    },
  },
});
// The session ended under us: forget it, and the guard of the routes asks to sign in, keeping the address.
onSignedOut((problem) => {
  if (problem.code === 'signin.stage') return void client.invalidateQueries({ queryKey: entryQuery.queryKey });
  if (problem.code === 'signin.ended') client.setQueryData(endedQuery.queryKey, problem.details as SessionEnd);
  client.setQueryData(entryQuery.queryKey, null);
});

export function App({ nonce }: { nonce: string }) {
  const { i18n } = useTranslation();
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto" getStyleNonce={() => nonce}>
      <DatesProvider settings={{ locale: i18n.language, firstDayOfWeek: 0, consistentWeeks: true }}>
        <QueryClientProvider client={client}>
          <ErrorBoundary>
            {/* Inputs follow the address at once: a checkbox must not wait for the list behind it. */}
            <RouterProvider router={router} useTransitions={false} />
          </ErrorBoundary>
          <Notifications position="bottom-left" limit={4} autoClose={6000} />
          <div id="announcements" className="visually-hidden" aria-live="polite" role="status" />
        </QueryClientProvider>
      </DatesProvider>
    </MantineProvider>
  );
}
