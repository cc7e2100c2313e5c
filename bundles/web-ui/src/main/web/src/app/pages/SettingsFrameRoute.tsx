import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';
import classes from '../Admin.module.css';
import { PageTabs } from '../PageTabs';
import { SETTINGS_PAGES } from '../settingsPages';

/** 設定: its pages as links above the one that is open. */
export function Page() {
  const { t } = useTranslation();
  return (
    <div className={classes.page}>
      <PageTabs label={t('account.pages')} pages={SETTINGS_PAGES.map(({ path, name }) => ({ path, name: t(name), end: true }))} />
      <Outlet />
    </div>
  );
}
