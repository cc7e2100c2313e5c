import { Anchor, Button, Drawer, Group, Menu, Text, Tooltip, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import {
  IconActivityHeartbeat, IconChevronDown, IconFiles, IconFileText, IconHome, IconHourglass, IconKeyboard, IconLanguage, IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand,
  IconLogout, IconMenu2, IconMoon, IconSettings, IconSun, IconTool,
} from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, NavLink, Outlet, useLocation, useMatch, useNavigate } from 'react-router';
import { useLiveConnected } from '../api/live';
import type { Language, Profile } from '../api/model';
import { changeLanguage, ledgersQuery, overviewQuery, signOut } from '../api/queries';
import { Bell } from '../features/notice/Bell';
import { UploadButton } from '../features/uploads/UploadButton';
import { UploadCards } from '../features/uploads/UploadCards';
import { applyLanguage } from '../locales';
import { Brand } from '../ui/Brand';
import { IconButton } from '../ui/IconButton';
import { useKeys } from '../ui/keys';
import { prefer, usePreferences } from '../ui/preferences';
import { useFormat } from '../ui/useFormat';
import { useScreen } from '../ui/useScreen';
import { adminPages, seesDocuments } from './adminPages';
import { CommandPalette } from './CommandPalette';
import { HeaderSearch } from './HeaderSearch';
import { KeyHelp } from './KeyHelp';
import classes from './Shell.module.css';

export function Shell({ profile }: { profile: Profile }) {
  const { t } = useTranslation();
  const phone = useScreen('(max-width: 48em)');
  const { narrowSidebar } = usePreferences();
  const [drawer, { open: openDrawer, close: closeDrawer }] = useDisclosure(false);
  const [help, { open: openHelp, close: closeHelp }] = useDisclosure(false);
  const [palette, { open: openPalette, close: closePalette }] = useDisclosure(false);
  const location = useLocation();
  const ledger = useMatch('/ledgers/:ledger')?.params.ledger ?? null;
  const mayUpload = profile.permissions.some((p) => p !== 'VIEWER' && p !== 'OPERATOR');

  useKeys({
    '/': () => document.getElementById('search')?.focus(),
    '?': openHelp,
    'Ctrl+K': openPalette,
  });
  useEffect(closeDrawer, [location.pathname, closeDrawer]);
  // A new page starts at its top, and screen readers at its content.
  useEffect(() => {
    window.scrollTo(0, 0);
    if (document.activeElement === document.body || document.activeElement?.closest('nav')) document.getElementById('content')?.focus({ preventScroll: true });
  }, [location.pathname]);

  const tablet = useScreen('(max-width: 62em)');
  const narrow = (narrowSidebar || tablet === true) && !phone;
  return (
    <div className={classes.shell} data-narrow={narrow || undefined}>
      <a href="#content" className="skip" data-no-print>{t('app.skip')}</a>
      {!phone && (
        <aside className={classes.sidebar} data-no-print>
          <NavLink to="/" className={classes.brand} aria-label={`${t('app.name')} ${t('nav.home')}`}><Brand wordless={narrow} /></NavLink>
          <Navigation profile={profile} narrow={narrow} />
          {!tablet && <div className={classes.fold}>
            <IconButton label={narrow ? t('nav.expand') : t('nav.collapse')} onClick={() => prefer({ narrowSidebar: !narrow })}>
              {narrow ? <IconLayoutSidebarLeftExpand size={18} /> : <IconLayoutSidebarLeftCollapse size={18} />}
            </IconButton>
          </div>}
        </aside>
      )}
      <div className={classes.main}>
        <header className={classes.header} data-no-print>
          {phone && <IconButton label={t('nav.open')} size={40} onClick={openDrawer}><IconMenu2 size={20} /></IconButton>}
          {seesDocuments(profile) && <HeaderSearch />}
          <div className={classes.tools}>
            {mayUpload && !phone && <UploadButton ledger={ledger} />}
            {seesDocuments(profile) && <Working />}
            <Bell />
            {!phone && <LanguageSwitch />}
            {!phone && <SchemeSwitch />}
            <UserMenu profile={profile} onHelp={openHelp} phone={phone === true} compact={tablet === true} />
          </div>
        </header>
        {seesDocuments(profile) && <LiveNotice />}
        <main id="content" tabIndex={-1} className={classes.content}><Outlet /></main>
        {phone && mayUpload && (location.pathname === '/' || ledger !== null) && (
          <div className={classes.bottom} data-no-print><UploadButton ledger={ledger} fullWidth size="md" /></div>
        )}
      </div>
      {phone && (
        <Drawer opened={drawer} onClose={closeDrawer} position="left" size={280} title={<Brand />} closeButtonProps={{ 'aria-label': t('action.close') }}>
          <Navigation profile={profile} narrow={false} />
        </Drawer>
      )}
      <UploadCards />
      <CommandPalette documents={seesDocuments(profile)} opened={palette} onClose={closePalette} onHelp={openHelp} />
      <KeyHelp opened={help} onClose={closeHelp} />
    </div>
  );
}

function Navigation({ profile, narrow }: { profile: Profile; narrow: boolean }) {
  const { t } = useTranslation();
  const { label } = useFormat();
  const { data: ledgers = [] } = useQuery({ ...ledgersQuery, enabled: seesDocuments(profile) });
  const icons = [IconFileText, IconFiles];
  return (
    <nav aria-label={t('nav.title')} className={classes.nav}>
      <Item to="/" icon={<IconHome size={19} stroke={1.7} />} text={t('nav.home')} narrow={narrow} />
      {seesDocuments(profile) && ledgers.map((ledger, i) => {
        const Icon = icons[i % icons.length]!;
        return <Item key={ledger.id} to={`/ledgers/${ledger.id}`} icon={<Icon size={19} stroke={1.7} />} text={label(ledger.label)} narrow={narrow} />;
      })}
      <hr className={classes.rule} />
      <Item to="/settings" icon={<IconSettings size={19} stroke={1.7} />} text={t('nav.settings')} narrow={narrow} />
      {adminPages(profile).length > 0 && <Item to="/admin" icon={<IconTool size={19} stroke={1.7} />} text={t('admin.title')} narrow={narrow} />}
      <Item to="/health" icon={<IconActivityHeartbeat size={19} stroke={1.7} />} text={t('nav.health')} narrow={narrow} />
    </nav>
  );
}

function Item({ to, icon, text, narrow }: { to: string; icon: ReactNode; text: string; narrow: boolean }) {
  return (
    <Tooltip label={text} position="right" disabled={!narrow}>
      <NavLink to={to} end={to === '/'} className={classes.item} aria-label={narrow ? text : undefined}>{icon}{!narrow && <span>{text}</span>}</NavLink>
    </Tooltip>
  );
}

/** How many documents are waiting or being read now. */
function Working() {
  const { t } = useTranslation();
  const { data } = useQuery(overviewQuery);
  const count = (data?.counts.WAITING ?? 0) + (data?.counts.READING ?? 0);
  if (!count) return null;
  const text = t('app.working', { count });
  return (
    <Tooltip label={text}>
      <Anchor component={Link} to="/" className={classes.working} aria-label={text} underline="never">
        <IconHourglass size={17} aria-hidden /> <span className="tabular">{count}</span>
      </Anchor>
    </Tooltip>
  );
}

function useSwitchLanguage() {
  const client = useQueryClient();
  return (language: Language) => {
    void applyLanguage(language);
    client.setQueryData(['session'], (session: { profile: Profile } | null) => session && { ...session, profile: { ...session.profile, language } });
    void changeLanguage(language).catch(() => undefined);
  };
}

function LanguageSwitch() {
  const { t, i18n } = useTranslation();
  const change = useSwitchLanguage();
  const other: Language = i18n.language === 'ja' ? 'en' : 'ja';
  return (
    <Button variant="subtle" color="gray" px={8} leftSection={<IconLanguage size={17} />} lang={other} onClick={() => change(other)} aria-label={t('app.switchLanguage')} className={classes.quiet}>
      {other === 'ja' ? '日本語' : 'English'}
    </Button>
  );
}

function SchemeSwitch() {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const dark = colorScheme === 'dark' || (colorScheme === 'auto' && window.matchMedia('(prefers-color-scheme: dark)').matches);
  return (
    <IconButton label={dark ? t('app.light') : t('app.dark')} onClick={() => setColorScheme(dark ? 'light' : 'dark')}>
      {dark ? <IconSun size={18} /> : <IconMoon size={18} />}
    </IconButton>
  );
}

function UserMenu({ profile, onHelp, phone, compact }: { profile: Profile; onHelp: () => void; phone: boolean; compact: boolean }) {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const change = useSwitchLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const leave = async () => {
    await signOut().catch(() => undefined);
    // Loading anew leaves nothing of this person in memory, nor files in the queue.
    window.location.replace('/signin');
  };
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <UnstyledButton className={classes.user} aria-label={t('app.userMenu', { name: profile.name })}>
          <span className={classes.avatar} aria-hidden>{[...profile.name][0]}</span>
          {!compact && <><span className={classes.userName}>{profile.name}</span><IconChevronDown size={15} aria-hidden /></>}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Group gap={2} px={12} py={8} style={{ flexDirection: 'column', alignItems: 'flex-start' }}>
          <Text fw={600}>{profile.name}</Text>
          <Text fz={12} c="dimmed">{profile.tenantName}</Text>
          <Text fz={12} c="dimmed">{profile.loginId}</Text>
        </Group>
        <Menu.Divider />
        {phone && (
          <>
            <Menu.Item leftSection={<IconLanguage size={16} />} onClick={() => change(i18n.language === 'ja' ? 'en' : 'ja')}>{i18n.language === 'ja' ? 'English' : '日本語'}</Menu.Item>
            <Menu.Item leftSection={<IconMoon size={16} />} onClick={() => setColorScheme(colorScheme === 'dark' ? 'light' : 'dark')}>{colorScheme === 'dark' ? t('app.light') : t('app.dark')}</Menu.Item>
          </>
        )}
        <Menu.Item leftSection={<IconSettings size={16} />} onClick={() => void navigate('/settings')}>{t('nav.settings')}</Menu.Item>
        <Menu.Item leftSection={<IconKeyboard size={16} />} onClick={onHelp}>{t('keys.title')}</Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => void leave()}>{t('app.signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Says so when the platform cannot be reached for a while; pages go on by polling. */
function LiveNotice() {
  const { t } = useTranslation();
  const connected = useLiveConnected();
  const { isError, failureCount } = useQuery({ ...overviewQuery, enabled: !connected });
  if (connected || (!isError && failureCount < 2)) return null;
  return <div className={classes.offline} role="status">{t('app.offline')}</div>;
}
