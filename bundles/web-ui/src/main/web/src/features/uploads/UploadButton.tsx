import { Button, FileButton, type ButtonProps } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { addFiles } from './store';

export function UploadButton({ ledger, ...rest }: { ledger: string | null } & ButtonProps) {
  const { t } = useTranslation();
  return (
    <FileButton multiple onChange={(files) => addFiles(files, ledger)}>
      {(props) => <Button leftSection={<IconUpload size={16} />} {...props} {...rest}>{t('upload.button')}</Button>}
    </FileButton>
  );
}
