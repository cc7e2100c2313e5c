export { NoticeBoardPage as Page } from '../../features/notice/NoticeBoardPage';
