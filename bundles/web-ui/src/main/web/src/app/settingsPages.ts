/** The pages under 設定: where they are and their name in the texts. In the order in which they are shown. */
export const SETTINGS_PAGES = [
  { path: '/settings', name: 'account.general' },
  { path: '/settings/security', name: 'account.security' },
] as const;
