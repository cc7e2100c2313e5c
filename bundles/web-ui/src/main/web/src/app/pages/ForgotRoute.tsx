export { ForgotPage as Page } from '../../features/signin/ForgotPage';
