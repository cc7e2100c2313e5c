import { useParams } from 'react-router';
import { RecordPage } from '../../features/record/RecordPage';

export function Page() {
  const { id = '' } = useParams();
  return <RecordPage key={id} id={id} />;
}
