import type { Profile } from '../api/model';

/** The pages under 管理: where they are, their name in the texts, and who may open them. In the order in which they are shown. */
const PAGES = [
  { path: '/admin/tenants', name: 'admin.tenants', for: ['OPERATOR'] },
  { path: '/admin/notices', name: 'admin.notices', for: ['OPERATOR'] },
  { path: '/admin/plugins', name: 'admin.plugins', for: ['OPERATOR'] },
  { path: '/admin/users', name: 'admin.users', for: ['TENANT_ADMINISTRATOR', 'GROUP_ADMINISTRATOR'] },
  { path: '/admin/groups', name: 'admin.groups', for: ['TENANT_ADMINISTRATOR', 'GROUP_ADMINISTRATOR'] },
  { path: '/admin/access', name: 'admin.access', for: ['TENANT_ADMINISTRATOR'] },
  { path: '/admin/plan', name: 'admin.plan', for: ['TENANT_ADMINISTRATOR'] },
  { path: '/admin/settings', name: 'admin.settings', for: ['TENANT_ADMINISTRATOR'] },
  { path: '/admin/sign-in', name: 'admin.signIn', for: ['TENANT_ADMINISTRATOR', 'GROUP_ADMINISTRATOR', 'OPERATOR'] },
  { path: '/admin/mails', name: 'admin.mails', for: ['TENANT_ADMINISTRATOR', 'OPERATOR'] },
  { path: '/admin/history', name: 'admin.history', for: ['AUDITOR', 'TENANT_ADMINISTRATOR', 'OPERATOR'] },
] as const;

/** Whoever only runs the platform, or administers people, sees no documents. */
export const seesDocuments = (profile: Profile) => profile.permissions.some((p) => p === 'VIEWER' || p === 'CLERK' || p === 'TENANT_ADMINISTRATOR');

export function adminPages(profile: Profile) {
  return PAGES.filter((page) => page.for.some((permission) => profile.permissions.includes(permission)));
}
