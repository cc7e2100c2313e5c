export { PluginsPage as Page } from '../../features/tenant/PluginsPage';
