import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { NavLink, Outlet } from 'react-router';
import { sessionQuery } from '../../api/queries';
import { EmptyState } from '../../ui/States';
import { adminPages } from '../adminPages';
import classes from '../Admin.module.css';

/** 管理: the pages that a person may open, as links above the one that is open. */
export function Page() {
  const { t } = useTranslation();
  const { data: session } = useQuery(sessionQuery);
  if (!session) return null;
  const pages = adminPages(session.profile);
  if (pages.length === 0) return <EmptyState order={1} title={t('admin.nothing')}>{t('admin.nothingText')}</EmptyState>;
  return (
    <div className={classes.page}>
      <nav aria-label={t('admin.pages')} className={classes.tabs} data-no-print>
        {pages.map((page) => <NavLink key={page.path} to={page.path} className={classes.tab}>{t(page.name)}</NavLink>)}
      </nav>
      <Outlet />
    </div>
  );
}
