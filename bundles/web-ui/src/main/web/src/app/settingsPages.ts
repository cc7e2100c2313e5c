/** The pages under 設定: where they are and their name in the texts. In the order in which they are shown. */
export const SETTINGS_PAGES = [
  { path: '/settings', name: 'account.general' },
  { path: '/settings/profile', name: 'people.profile' },
  { path: '/settings/security', name: 'account.security' },
  { path: '/settings/delegates', name: 'people.delegates' },
  { path: '/settings/seals', name: 'people.seals' },
] as const;
