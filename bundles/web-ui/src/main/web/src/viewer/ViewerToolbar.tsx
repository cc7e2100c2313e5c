import { Loader } from '@mantine/core';
import { IconArrowAutofitWidth, IconChevronDown, IconChevronUp, IconMinus, IconPlus, IconPrinter, IconRotateClockwise, IconSearch, IconX } from '@tabler/icons-react';
import { useEffect, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../ui/IconButton';
import classes from './viewer.module.css';

type Props = {
  page: number; pages: number; onPage: (page: number) => void;
  zoom: number; fit: boolean; onZoom: (by: 1 | -1) => void; onFit: () => void; onRotate: () => void; onPrint: () => void;
  finding: boolean; onFinding: (open: boolean) => void; find: string; onFind: (text: string) => void;
  hits: number | null; hitAt: number; searching: boolean; onHit: (by: 1 | -1) => void;
};

export function ViewerToolbar(p: Props) {
  const { t } = useTranslation();
  return (
    <div className={classes.toolbarWrap} data-no-print>
      <div className={classes.toolbar} role="toolbar" aria-label={t('viewer.tools')}>
        <PageNumber page={p.page} pages={p.pages} onPage={p.onPage} />
        <span className={classes.tools}>
          <IconButton label={t('viewer.zoomOut')} hint="-" onClick={() => p.onZoom(-1)}><IconMinus size={18} /></IconButton>
          <span className={classes.zoom} aria-live="off">{Math.round(p.zoom * 100)}%</span>
          <IconButton label={t('viewer.zoomIn')} hint="+" onClick={() => p.onZoom(1)}><IconPlus size={18} /></IconButton>
          <IconButton label={t('viewer.fit')} hint="0" aria-pressed={p.fit} variant={p.fit ? 'light' : 'subtle'} color={p.fit ? 'ai' : 'gray'} onClick={p.onFit}><IconArrowAutofitWidth size={18} /></IconButton>
          <span className={classes.bar} />
          <IconButton label={t('viewer.rotate')} hint="r" onClick={p.onRotate}><IconRotateClockwise size={18} /></IconButton>
          <IconButton label={t('viewer.find')} hint="f" aria-expanded={p.finding} onClick={() => p.onFinding(!p.finding)}><IconSearch size={18} /></IconButton>
          <IconButton label={t('print.title')} onClick={p.onPrint}><IconPrinter size={18} /></IconButton>
        </span>
      </div>
      {p.finding && <FindBar {...p} />}
    </div>
  );
}

function PageNumber({ page, pages, onPage }: { page: number; pages: number; onPage: (page: number) => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string | null>(null);
  const go = () => {
    const n = Number(typed?.normalize('NFKC'));
    if (typed && Number.isInteger(n)) onPage(Math.min(pages, Math.max(1, n)));
    setTyped(null);
  };
  return (
    <span className={classes.pageNumber}>
      <input aria-label={t('viewer.goToPage')} inputMode="numeric" value={typed ?? String(page)} onFocus={(e) => e.currentTarget.select()} onChange={(e) => setTyped(e.currentTarget.value)} onBlur={go}
        onKeyDown={(e) => e.key === 'Enter' && !e.nativeEvent.isComposing && go()} />
      <span>/ {pages}</span>
      <IconButton label={t('viewer.previousPage')} disabled={page <= 1} onClick={() => onPage(page - 1)}><IconChevronUp size={18} /></IconButton>
      <IconButton label={t('viewer.nextPage')} disabled={page >= pages} onClick={() => onPage(page + 1)}><IconChevronDown size={18} /></IconButton>
    </span>
  );
}

function FindBar({ find, onFind, hits, hitAt, searching, onHit, onFinding }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(find);
  useEffect(() => setTyped(find), [find]);
  useEffect(() => {
    const timer = setTimeout(() => typed !== find && onFind(typed), 350);
    return () => clearTimeout(timer);
  }, [typed, find, onFind]);
  const key = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      if (typed !== find) onFind(typed);
      else onHit(event.shiftKey ? -1 : 1);
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      onFinding(false);
    }
  };
  return (
    <div className={classes.find} role="search" aria-label={t('viewer.find')}>
      <IconSearch size={16} aria-hidden />
      <input id="find-in-document" type="search" autoComplete="off" aria-label={t('viewer.find')} placeholder={t('viewer.find')} value={typed} onChange={(e) => setTyped(e.currentTarget.value)} onKeyDown={key} />
      {searching && <Loader size={14} />}
      {hits !== null && !searching && <span className={classes.hitCount}>{hits === 0 ? t('viewer.noHits') : `${hitAt + 1} / ${hits}`}</span>}
      <IconButton label={t('viewer.previousHit')} size={28} disabled={!hits} onClick={() => onHit(-1)}><IconChevronUp size={17} /></IconButton>
      <IconButton label={t('viewer.nextHit')} size={28} disabled={!hits} onClick={() => onHit(1)}><IconChevronDown size={17} /></IconButton>
      <IconButton label={t('viewer.closeFind')} size={28} onClick={() => onFinding(false)}><IconX size={16} /></IconButton>
    </div>
  );
}
