import { ProfilePage } from '../../features/people/ProfilePage';

export const Page = () => <ProfilePage />;
