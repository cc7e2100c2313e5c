import { Button, Group, Modal, Progress, Radio, Stack, Text } from '@mantine/core';
import { useEffect, useState, type CSSProperties } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { url } from '../api/http';
import type { PageSize } from '../api/model';
import type { Rotation } from './geometry';
import { sheetOf, sheetRules } from './sheets';
import classes from './viewer.module.css';

type Props = { id: string; pages: PageSize[]; page: number; rotation: Rotation; onClose: () => void };
const MOST = 300;

/** Prints the pages as they are turned, each on paper of its own size: all or the present one. Waits for their images first. */
export function PrintPages({ id, pages, page, rotation, onClose }: Props) {
  const { t } = useTranslation();
  const [which, setWhich] = useState(pages.length > MOST ? 'one' : 'all');
  const [loading, setLoading] = useState<number[] | null>(null);
  const [done, setDone] = useState(0);
  const [failed, setFailed] = useState(false);
  const ready = loading !== null && done >= loading.length;

  useEffect(() => {
    if (!ready || failed) return undefined;
    const sheets = new CSSStyleSheet();
    sheets.replaceSync(sheetRules(pages, rotation));
    document.adoptedStyleSheets.push(sheets);
    const finish = () => onClose();
    window.addEventListener('afterprint', finish, { once: true });
    window.print();
    return () => {
      window.removeEventListener('afterprint', finish);
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== sheets);
    };
  }, [ready, failed, onClose, pages, rotation]);

  const start = () => {
    setDone(0);
    setFailed(false);
    setLoading(which === 'one' ? [page] : pages.map((p) => p.page));
  };
  return (
    <>
      <Modal opened onClose={onClose} title={t('print.title')} closeButtonProps={{ 'aria-label': t('action.close') }} data-no-print>
        <Stack>
          <Radio.Group value={which} onChange={setWhich} label={t('print.which')}>
            <Stack gap={8} mt={8}>
              <Radio value="all" disabled={pages.length > MOST} label={t('print.all', { count: pages.length })} />
              <Radio value="one" label={t('print.one', { page })} />
            </Stack>
          </Radio.Group>
          {pages.length > MOST && <Text c="dimmed">{t('print.tooMany', { most: MOST })}</Text>}
          {loading && !failed && <Progress value={(done / loading.length) * 100} aria-label={t('print.loading')} />}
          {failed && <Text c="var(--bad)" role="alert">{t('print.failed')}</Text>}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>{t('action.cancel')}</Button>
            <Button onClick={start} loading={loading !== null && !ready && !failed}>{t('print.print')}</Button>
          </Group>
        </Stack>
      </Modal>
      {loading && createPortal(
        <div className={classes.printed} aria-hidden>
          {loading.map((n) => (
            <div key={n} className={classes.printedPage} style={{ page: sheetOf(pages[n - 1]!, rotation).name, '--w': sheetOf(pages[n - 1]!, rotation).width, '--h': sheetOf(pages[n - 1]!, rotation).height } as CSSProperties} data-turned={rotation % 180 !== 0 || undefined}>
              <img src={`${url(`/records/${id}/pages/${n}/image`)}?width=1600`} alt="" style={rotation ? { transform: `rotate(${rotation}deg)` } : undefined}
                onLoad={() => setDone((d) => d + 1)} onError={() => setFailed(true)} />
            </div>
          ))}
        </div>, document.body)}
    </>
  );
}
