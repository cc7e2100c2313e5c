import { useParams } from 'react-router';
import { MailPage } from '../../features/mail/MailPage';

export function Page() {
  const { id = '' } = useParams();
  return <MailPage key={id} id={id} />;
}
