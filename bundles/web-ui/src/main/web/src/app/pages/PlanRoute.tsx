export { PlanPage as Page } from '../../features/tenant/PlanPage';
