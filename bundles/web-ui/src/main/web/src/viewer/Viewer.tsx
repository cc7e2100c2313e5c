import { useElementSize } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type ClipboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Box, FieldDefinition, FieldValue, Hit, PageSize, PageText } from '../api/model';
import { hitsQuery, pageTextQuery } from '../api/queries';
import { announce } from '../ui/announce';
import { useKeys } from '../ui/keys';
import { usePreferences } from '../ui/preferences';
import { currentPage, fitScale, layOut, NATURAL, scrollTarget, visiblePages, type Rotation } from './geometry';
import { PageView, type Place } from './PageView';
import { PrintPages } from './PrintPages';
import { chosenText, type Chosen } from './selection';
import { SelectionBar } from './SelectionBar';
import { ViewerToolbar } from './ViewerToolbar';
import classes from './viewer.module.css';

const STEPS = [0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4];
const NO_HITS: Hit[] = [];

/** Where to look: a place of a field, or a page. The count makes asking twice work. */
export type Focus = { page: number; box: Box | null; count: number };

type Props = {
  id: string;
  pages: PageSize[];
  places: Place[];
  activeField: string | null;
  /** Fields that the active one was derived from; their places light up too. */
  sources: string[];
  focus: Focus | null;
  onPlace: (place: Place) => void;
  fields: FieldDefinition[];
  onOffer: ((field: string, value: FieldValue) => void) | null;
  find: string;
  onFind: (text: string) => void;
};

/** The document as pages one below the other, drawn only where one looks. */
export function Viewer({ id, pages, places, activeField, sources, focus, onPlace, fields, onOffer, find, onFind }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { dimPages } = usePreferences();
  const scroller = useRef<HTMLDivElement>(null);
  const { ref: sizer, width: room, height: viewHeight } = useElementSize();
  const [zoom, setZoom] = useState<number | 'fit'>('fit');
  const [rotation, setRotation] = useState<Rotation>(0);
  const [scroll, setScroll] = useState(0);
  const [printing, setPrinting] = useState(false);
  const [finding, setFinding] = useState(find !== '');
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [hitAt, setHitAt] = useState(0);

  const scale = zoom === 'fit' ? Math.min(fitScale(pages, rotation, Math.max(room, 200)), NATURAL * 2) : zoom * NATURAL;
  const layout = useMemo(() => layOut(pages, rotation, scale, room), [pages, rotation, scale, room]);
  const [first, last] = visiblePages(layout, scroll, viewHeight);
  const page = currentPage(layout, scroll, viewHeight);

  // Zooming and turning keep the place that one looks at.
  const anchor = useRef({ page: 1, within: 0 });
  useLayoutEffect(() => {
    const box = scroller.current;
    const at = layout.pages[anchor.current.page - 1];
    if (box && at) box.scrollTop = at.top + anchor.current.within * at.height - box.clientHeight / 3;
  }, [layout]);
  const onScroll = () => {
    const box = scroller.current;
    if (!box) return;
    setScroll(box.scrollTop);
    const now = currentPage(layout, box.scrollTop, box.clientHeight);
    const at = layout.pages[now - 1];
    if (at) anchor.current = { page: now, within: (box.scrollTop + box.clientHeight / 3 - at.top) / at.height };
  };

  const goTo = useCallback((target: number, box: Box | null) => {
    const view = scroller.current;
    if (!view) return;
    const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    const to = scrollTarget(layout, target, box, rotation, { width: view.clientWidth, height: view.clientHeight, left: view.scrollLeft });
    const far = Math.abs(to.top - view.scrollTop) > view.clientHeight * 4;
    view.scrollTo({ ...to, behavior: calm || far ? 'auto' : 'smooth' });
  }, [layout, rotation]);
  const wanted = useRef<Focus | null>(null);
  useEffect(() => {
    if (!focus || room === 0 || wanted.current === focus) return;
    wanted.current = focus;
    goTo(focus.page, focus.box);
  }, [focus, goTo, room]);

  const hits = useQuery({ ...hitsQuery(id, find, false), enabled: finding && find.trim() !== '' });
  const found = finding && find.trim() ? (hits.data ?? NO_HITS) : NO_HITS;
  const activeHit = found[Math.min(hitAt, found.length - 1)] ?? null;
  useEffect(() => setHitAt(0), [find]);
  useEffect(() => {
    if (activeHit && room > 0) goTo(activeHit.page, activeHit.boxes[0] ?? null);
    // scrolling follows the hit, not the layout
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [activeHit, room > 0]);
  useEffect(() => {
    if (finding && find && hits.data) announce(t('viewer.hits', { count: hits.data.length }));
  }, [finding, find, hits.data, t]);
  const stepHit = (by: number) => found.length && setHitAt((Math.min(hitAt, found.length - 1) + by + found.length) % found.length);

  const zoomNow = scale / NATURAL;
  const zoomBy = (by: 1 | -1) => setZoom(by > 0 ? (STEPS.find((s) => s > zoomNow + 0.01) ?? 4) : (STEPS.findLast((s) => s < zoomNow - 0.01) ?? 0.25));
  const turnPage = () => setRotation(((rotation + 90) % 360) as Rotation);
  const openFind = () => {
    setFinding(true);
    requestAnimationFrame(() => document.getElementById('find-in-document')?.focus());
  };
  useKeys({
    '+': () => zoomBy(1),
    '-': () => zoomBy(-1),
    0: () => setZoom('fit'),
    r: turnPage,
    f: openFind,
    'Ctrl+F': openFind,
    'Ctrl+P': () => setPrinting(true),
  });

  const textOf = useCallback((n: number) => client.getQueryData<PageText>(pageTextQuery(id, n).queryKey), [client, id]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const look = () => {
      clearTimeout(timer);
      timer = setTimeout(() => setChosen(scroller.current ? chosenText(scroller.current, textOf) : null), 180);
    };
    document.addEventListener('selectionchange', look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('selectionchange', look);
    };
  }, [textOf]);
  const copy = (event: ClipboardEvent) => {
    const now = scroller.current && chosenText(scroller.current, textOf);
    if (!now) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', now.text);
  };

  return (
    <div className={classes.viewer}>
      <ViewerToolbar page={page} pages={pages.length} onPage={(n) => goTo(n, null)} zoom={zoomNow} fit={zoom === 'fit'} onZoom={zoomBy} onFit={() => setZoom(zoom === 'fit' ? 1 : 'fit')} onRotate={turnPage} onPrint={() => setPrinting(true)}
        finding={finding} onFinding={(open) => (open ? openFind() : setFinding(false))} find={find} onFind={onFind} hits={find.trim() ? found.length : null} hitAt={activeHit ? found.indexOf(activeHit) : -1} searching={hits.isFetching} onHit={stepHit} />
      <div className={classes.room} ref={sizer}>
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard */}
        <div className={classes.scroller} ref={scroller} onScroll={() => { onScroll(); if (chosen) setChosen(null); }} onCopy={copy} tabIndex={0} role="region" aria-label={t('viewer.document')} data-dim={dimPages || undefined}>
          <div style={{ width: layout.width, height: layout.height, position: 'relative' }}>
            {room > 0 && pages.slice(first, last + 1).map((size, i) => {
              const n = first + i + 1;
              return (
                <PageView key={size.page} id={id} page={n} place={layout.pages[n - 1]!} rotation={rotation} places={places.filter((p) => p.page === n)} activeField={activeField} sources={sources}
                  hits={found.filter((h) => h.page === n)} activeHit={activeHit} onPlace={onPlace} />
              );
            })}
          </div>
        </div>
      </div>
      {chosen && <SelectionBar chosen={chosen} fields={fields} onOffer={onOffer} onDone={() => { window.getSelection()?.removeAllRanges(); setChosen(null); }} />}
      {printing && <PrintPages id={id} pages={pages} page={page} rotation={rotation} onClose={() => setPrinting(false)} />}
    </div>
  );
}
