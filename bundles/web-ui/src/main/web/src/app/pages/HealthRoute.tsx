export { HealthPage as Page } from '../../features/health/HealthPage';
