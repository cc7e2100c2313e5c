import { Anchor, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { StateBadge } from '../../ui/StateBadge';
import { useFormat } from '../../ui/useFormat';
import { confirmDuplicate, dismiss, type Upload } from './store';
import classes from './uploads.module.css';

/** 重複チェック: shows what is registered already; the user decides. */
export function DuplicateDialog({ upload, onClose }: { upload: Extract<Upload, { phase: 'duplicate' }>; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Modal opened onClose={onClose} title={t('upload.duplicateTitle')} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <Stack>
        <Text>{t('upload.duplicateText', { name: upload.file.name })}</Text>
        {upload.originals.length > 0 ? (
          <ul className={classes.originals}>
            {upload.originals.map((record) => (
              <li key={record.id}>
                <Anchor component={Link} to={`/records/${record.id}`} target="_blank" fw={500}>{record.fileName}</Anchor>
                <Group gap={10} mt={4}>
                  <StateBadge state={record.state} />
                  <Text fz="sm" c="dimmed">{record.number !== undefined && `${t('column.number')} ${record.number} ・ `}{format.time(record.registered)}</Text>
                </Group>
              </li>
            ))}
          </ul>
        ) : <Text c="dimmed">{t('upload.duplicateHidden')}</Text>}
        <Group justify="flex-end">
          <Button variant="default" onClick={() => dismiss(upload.id)} data-autofocus>{t('upload.duplicateCancel')}</Button>
          <Button onClick={() => { onClose(); void confirmDuplicate(upload.id); }}>{t('upload.duplicateConfirm')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
