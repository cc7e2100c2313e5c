import { Menu } from '@mantine/core';
import { IconDots, IconDownload, IconFileTypePdf, IconLink, IconRefresh, IconShieldLock, IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { url } from '../../api/http';
import type { RecordDetail } from '../../api/model';
import { completeRecord, retryRecord, useRecordAction } from '../../api/queries';
import { IconButton } from '../../ui/IconButton';
import { useProblemText } from '../../ui/States';
import { toastError, toastSaved } from '../../ui/toasts';
import { AccessDialog } from './AccessDialog';

export function RecordMenu({ detail, disabled }: { detail: RecordDetail; disabled: boolean }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const { record } = detail;
  const [access, setAccess] = useState(false);
  const retry = useRecordAction(record.id, () => retryRecord(record.id));
  const complete = useRecordAction(record.id, (wanted: boolean) => completeRecord(record.id, record.version, wanted));
  const copy = async () => {
    await navigator.clipboard.writeText(`${window.location.origin}/records/${record.id}`);
    toastSaved(t('record.linkCopied'));
  };
  const failed = (error: unknown) => toastError(t('record.notSaved'), problemText(error));
  const read = record.state === 'COMPLETE' || record.state === 'INCOMPLETE';
  return (
    <>
      <Menu position="bottom-end" width={250}>
        <Menu.Target><IconButton label={t('record.menu')}><IconDots size={18} /></IconButton></Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconLink size={16} />} onClick={() => void copy()}>{t('record.copyLink')}</Menu.Item>
          <Menu.Item leftSection={<IconDownload size={16} />} component="a" href={url(`/records/${record.id}/original`)} download>{t('record.downloadOriginal')}</Menu.Item>
          {record.previewable && <Menu.Item leftSection={<IconFileTypePdf size={16} />} component="a" href={url(`/records/${record.id}/pdf`)} download>{t('record.downloadPdf')}</Menu.Item>}
          <Menu.Item leftSection={<IconShieldLock size={16} />} onClick={() => setAccess(true)}>{t('access.title')}</Menu.Item>
          <Menu.Divider />
          {record.state === 'INCOMPLETE' && <Menu.Item disabled={disabled} leftSection={<IconCircleCheck size={16} />} onClick={() => complete.mutate(true, { onSuccess: () => toastSaved(t('record.completed')), onError: failed })}>{t('record.setComplete')}</Menu.Item>}
          {record.state === 'COMPLETE' && detail.completedByUser && <Menu.Item disabled={disabled} leftSection={<IconCircleDashed size={16} />} onClick={() => complete.mutate(false, { onSuccess: () => toastSaved(t('record.reopened')), onError: failed })}>{t('record.reopen')}</Menu.Item>}
          <Menu.Item disabled={disabled || (!read && record.state !== 'FAILED')} leftSection={<IconRefresh size={16} />} onClick={() => retry.mutate(undefined, { onError: failed })}>{t('record.readAgain')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {access && <AccessDialog id={record.id} onClose={() => setAccess(false)} />}
    </>
  );
}
