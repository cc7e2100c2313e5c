import { Button, CopyButton, Group, Stack, Text } from '@mantine/core';
import { IconCheck, IconCopy, IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { SmallCode } from './States';

/** Recovery codes, shown this once. */
export function RecoveryCodes({ codes, onDone }: { codes: string[]; onDone: () => void }) {
  const { t } = useTranslation();
  const text = codes.join('\n');
  const save = () => {
    const address = URL.createObjectURL(new Blob([`${t('factor.codesTitle')}\n\n${text}\n`], { type: 'text/plain' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = 'fumikura-recovery-codes.txt';
    link.click();
    URL.revokeObjectURL(address);
  };
  return (
    <Stack gap="md">
      <Text>{t('factor.codesText')}</Text>
      <ul style={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 6 }}>
        {codes.map((code) => <li key={code}><SmallCode>{code}</SmallCode></li>)}
      </ul>
      <Group gap={8}>
        <CopyButton value={text}>
          {({ copied, copy }) => <Button variant="default" leftSection={copied ? <IconCheck size={15} /> : <IconCopy size={15} />} onClick={copy}>{copied ? t('viewer.copied') : t('viewer.copy')}</Button>}
        </CopyButton>
        <Button variant="default" leftSection={<IconDownload size={15} />} onClick={save}>{t('factor.saveCodes')}</Button>
      </Group>
      <Button size="md" onClick={onDone} fullWidth>{t('factor.codesKept')}</Button>
    </Stack>
  );
}
