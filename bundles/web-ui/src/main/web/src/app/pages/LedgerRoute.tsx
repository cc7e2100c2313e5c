import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { ledgersQuery, sessionQuery } from '../../api/queries';
import { LedgerPage } from '../../features/ledger/LedgerPage';
import { RecordPane } from '../../features/record/RecordPane';
import { DropAnywhere } from '../../features/uploads/DropAnywhere';
import { UploadButton } from '../../features/uploads/UploadButton';
import { useFormat } from '../../ui/useFormat';

export function Page() {
  const { t } = useTranslation();
  const { label } = useFormat();
  const { ledger = '' } = useParams();
  const { data: session } = useQuery(sessionQuery);
  const { data: ledgers } = useQuery(ledgersQuery);
  const found = ledgers?.find((l) => l.id === ledger);
  const may = session?.profile.permissions.some((p) => p !== 'VIEWER' && p !== 'OPERATOR');
  return (
    <>
      <LedgerPage key={ledger} ledgerId={ledger} uploadButton={may ? <UploadButton ledger={ledger} /> : null} renderDetail={(props) => <RecordPane key={props.id} {...props} />} />
      {may && found && <DropAnywhere ledger={ledger} into={t('upload.into', { ledger: label(found.label) })} />}
    </>
  );
}
