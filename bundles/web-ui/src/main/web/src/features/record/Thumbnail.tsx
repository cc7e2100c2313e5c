import { Skeleton } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { url } from '../../api/http';
import { usePreferences } from '../../ui/preferences';
import classes from './record.module.css';

/** The top of the first page; opens the preview. Pages may take a while to be drawn, or fail; the way to the preview stays. */
export function Thumbnail({ id, onOpen }: { id: string; onOpen: () => void }) {
  const { t } = useTranslation();
  const { dimPages } = usePreferences();
  const [state, setState] = useState<'loading' | 'shown' | 'failed'>('loading');
  return (
    <button type="button" className={classes.thumbnail} data-dim={dimPages || undefined} data-state={state} onClick={onOpen} aria-label={t('record.openPreview')}>
      {state === 'loading' && <Skeleton className={classes.thumbnailWait} radius={0} />}
      {state === 'failed'
        ? <span className={classes.thumbnailNone}><IconFileText size={28} stroke={1.4} aria-hidden />{t('viewer.pageFailed')}</span>
        : <img src={url(`/records/${id}/pages/1/image?width=800`)} alt="" onLoad={() => setState('shown')} onError={() => setState('failed')} />}
    </button>
  );
}
