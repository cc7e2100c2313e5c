import { createBrowserRouter } from 'react-router';
import { RouteBroken } from './ErrorBoundary';
import { SignedIn } from './SignedIn';
import { SignInRoute } from './SignInRoute';
import { PageLoading } from '../ui/States';

const page = (load: () => Promise<{ Page: () => React.ReactNode }>) => async () => ({ Component: (await load()).Page });

export const router = createBrowserRouter([
  {
    ErrorBoundary: RouteBroken,
    HydrateFallback: PageLoading,
    children: [
      { path: '/signin', Component: SignInRoute },
      { path: '/mail-confirmation', lazy: page(() => import('./pages/MailConfirmationRoute')) },
      { path: '/forgot', lazy: page(() => import('./pages/ForgotRoute')) },
      { path: '/reset', lazy: page(() => import('./pages/ResetRoute')) },
      {
        Component: SignedIn,
        children: [
          { index: true, lazy: page(() => import('./pages/HomeRoute')) },
          { path: 'ledgers/:ledger', lazy: page(() => import('./pages/LedgerRoute')) },
          { path: 'records/:id', lazy: page(() => import('./pages/RecordRoute')) },
          {
            path: 'settings',
            lazy: page(() => import('./pages/SettingsFrameRoute')),
            children: [
              { index: true, lazy: page(() => import('./pages/SettingsRoute')) },
              { path: 'security', lazy: page(() => import('./pages/SecurityRoute')) },
              { path: 'profile', lazy: page(() => import('./pages/ProfileRoute')) },
              { path: 'delegates', lazy: page(() => import('./pages/DelegatesRoute')) },
              { path: 'seals', lazy: page(() => import('./pages/SealsRoute')) },
            ],
          },
          {
            path: 'admin',
            lazy: page(() => import('./pages/AdminRoute')),
            children: [
              { index: true, lazy: page(() => import('./pages/AdminIndexRoute')) },
              { path: 'users', lazy: page(() => import('./pages/UsersRoute')) },
              { path: 'groups', lazy: page(() => import('./pages/GroupsRoute')) },
              { path: 'access', lazy: page(() => import('./pages/AccessRulesRoute')) },
              { path: 'tenants', lazy: page(() => import('./pages/TenantsRoute')) },
              { path: 'notices', lazy: page(() => import('./pages/NoticeBoardRoute')) },
              { path: 'plugins', lazy: page(() => import('./pages/PluginsRoute')) },
              { path: 'plan', lazy: page(() => import('./pages/PlanRoute')) },
              { path: 'settings', lazy: page(() => import('./pages/CompanySettingsRoute')) },
              { path: 'sign-in', lazy: page(() => import('./pages/SignInAdminRoute')) },
              { path: 'history', lazy: page(() => import('./pages/HistoryRoute')) },
              { path: 'history/verification', lazy: page(() => import('./pages/VerificationRoute')) },
              { path: 'mails', lazy: page(() => import('./pages/MailsRoute')) },
              { path: 'mails/:id', lazy: page(() => import('./pages/MailRoute')) },
            ],
          },
          { path: 'notices', lazy: page(() => import('./pages/NoticesRoute')) },
          { path: 'health', lazy: page(() => import('./pages/HealthRoute')) },
          { path: '*', lazy: page(() => import('./pages/NotFoundRoute')) },
        ],
      },
    ],
  },
]);
