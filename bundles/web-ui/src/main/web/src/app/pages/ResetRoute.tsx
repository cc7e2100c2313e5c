export { ResetPage as Page } from '../../features/signin/ResetPage';
