import { useTranslation } from 'react-i18next';
import { NavLink, Outlet } from 'react-router';
import classes from '../Admin.module.css';
import { SETTINGS_PAGES } from '../settingsPages';

/** 設定: its pages as links above the one that is open. */
export function Page() {
  const { t } = useTranslation();
  return (
    <div className={classes.page}>
      <nav aria-label={t('account.pages')} className={classes.tabs} data-no-print>
        {SETTINGS_PAGES.map((page) => <NavLink key={page.path} to={page.path} end className={classes.tab}>{t(page.name)}</NavLink>)}
      </nav>
      <Outlet />
    </div>
  );
}
