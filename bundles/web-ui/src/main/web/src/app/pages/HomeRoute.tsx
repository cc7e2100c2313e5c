import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { sessionQuery } from '../../api/queries';
import { HomePage } from '../../features/home/HomePage';
import { DropAnywhere } from '../../features/uploads/DropAnywhere';
import { UploadButton } from '../../features/uploads/UploadButton';

export function Page() {
  const { t } = useTranslation();
  const { data: session } = useQuery(sessionQuery);
  const may = session?.profile.permissions.some((p) => p !== 'VIEWER' && p !== 'OPERATOR');
  return (
    <>
      <HomePage name={session?.profile.name ?? ''} uploadButton={may ? <UploadButton ledger={null} variant="light" /> : null} />
      {may && <DropAnywhere ledger={null} into={t('upload.intoAny')} />}
    </>
  );
}
