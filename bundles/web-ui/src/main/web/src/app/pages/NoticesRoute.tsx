export { NoticesPage as Page } from '../../features/notice/NoticesPage';
