import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Outlet, useLocation } from 'react-router';
import { sessionQuery } from '../../api/queries';
import { EmptyState } from '../../ui/States';
import { adminPages } from '../adminPages';
import classes from '../Admin.module.css';
import { PageTabs } from '../PageTabs';

/** 管理: the pages that a person may open, as links above the one that is open. */
export function Page() {
  const { t } = useTranslation();
  const { data: session } = useQuery(sessionQuery);
  const { pathname } = useLocation();
  if (!session) return null;
  const pages = adminPages(session.profile);
  if (pages.length === 0) return <EmptyState order={1} title={t('admin.nothing')}>{t('admin.nothingText')}</EmptyState>;
  return (
    <div className={classes.page}>
      <PageTabs label={t('admin.pages')} pages={pages.map(({ path, name }) => ({ path, name: t(name) }))} />
      {pathname === '/admin' || pages.some((page) => pathname.startsWith(page.path)) ? <Outlet /> : <EmptyState order={1} title={t('admin.otherwise')}>{t('admin.otherwiseText')}</EmptyState>}
    </div>
  );
}
