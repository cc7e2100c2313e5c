import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Navigate } from 'react-router';
import { sessionQuery } from '../../api/queries';
import { HomePage } from '../../features/home/HomePage';
import { HomeNotices } from '../../features/notice/HomeNotices';
import { DropAnywhere } from '../../features/uploads/DropAnywhere';
import { UploadButton } from '../../features/uploads/UploadButton';
import { adminPages, seesDocuments } from '../adminPages';

export function Page() {
  const { t } = useTranslation();
  const { data: session } = useQuery(sessionQuery);
  // Whoever sees no documents, e.g. an operator, begins with what there is to administer.
  if (session && !seesDocuments(session.profile) && adminPages(session.profile).length > 0) return <Navigate to="/admin" replace />;
  const may = session?.profile.permissions.some((p) => p !== 'VIEWER' && p !== 'OPERATOR');
  return (
    <>
      <HomePage name={session?.profile.name ?? ''} notices={<HomeNotices />} uploadButton={may ? <UploadButton ledger={null} variant="light" /> : null} />
      {may && <DropAnywhere ledger={null} into={t('upload.intoAny')} />}
    </>
  );
}
