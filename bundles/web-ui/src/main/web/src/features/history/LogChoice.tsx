import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Log } from './api';

/** For operators who belong to a company: whose history. */
export function LogChoice({ log, onChange }: { log: Log; onChange: (log: Log) => void }) {
  const { t } = useTranslation();
  return (
    <SegmentedControl aria-label={t('audit.log')} value={log} onChange={(wanted) => onChange(wanted as Log)} style={{ justifySelf: 'start' }}
      data={[{ value: 'TENANT', label: t('audit.ofTenant') }, { value: 'PLATFORM', label: t('audit.ofPlatform') }]} />
  );
}
