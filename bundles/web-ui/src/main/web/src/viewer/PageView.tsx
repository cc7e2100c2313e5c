import { Button, Center, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { memo, useState, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { url } from '../api/http';
import type { Box, Hit } from '../api/model';
import { pageTextQuery } from '../api/queries';
import { contains, imageWidth, turn, type Rotation } from './geometry';
import { TextLayer } from './TextLayer';
import classes from './viewer.module.css';

/** A place on a page that belongs to a field. */
export type Place = { key: string; field: string; label: string; value: string; page: number; boxes: Box[]; candidate: boolean };

type Props = {
  id: string;
  page: number;
  place: { top: number; left: number; width: number; height: number };
  rotation: Rotation;
  places: Place[];
  activeField: string | null;
  sources: string[];
  hits: Hit[];
  activeHit: Hit | null;
  onPlace: (place: Place) => void;
};

const percent = ([l, t, r, b]: Box) => ({ left: `${l * 100}%`, top: `${t * 100}%`, width: `${(r - l) * 100}%`, height: `${(b - t) * 100}%` });

/** One page: its image, the places of fields, hits of the search, and its text. */
export const PageView = memo(function PageView({ id, page, place, rotation, places, activeField, sources, hits, activeHit, onPlace }: Props) {
  const { t } = useTranslation();
  const upright = rotation % 180 === 0;
  const width = upright ? place.width : place.height;
  const height = upright ? place.height : place.width;
  const [state, setState] = useState<'loading' | 'shown' | 'failed'>('loading');
  const [attempt, setAttempt] = useState(0);
  const { data: text } = useQuery(pageTextQuery(id, page));
  const src = `${url(`/records/${id}/pages/${page}/image`)}?width=${imageWidth(width, window.devicePixelRatio)}${attempt ? `&attempt=${attempt}` : ''}`;

  // The text lies above the places, so that it can be selected; a plain click on it still finds the place below.
  const click = (event: MouseEvent<HTMLDivElement>) => {
    if (window.getSelection()?.toString() || (event.target as Element).closest('button')) return;
    const sheet = event.currentTarget.querySelector<HTMLElement>('[data-sheet]')!;
    const layer = sheet.getBoundingClientRect();
    let x = (event.clientX - layer.left) / layer.width;
    let y = (event.clientY - layer.top) / layer.height;
    if (rotation === 90) [x, y] = [y, 1 - x];
    else if (rotation === 180) [x, y] = [1 - x, 1 - y];
    else if (rotation === 270) [x, y] = [1 - y, x];
    const found = places.filter((p) => p.boxes.some((box) => contains(box, x, y)));
    const best = found.find((p) => p.field === activeField && p.candidate) ?? found.find((p) => !p.candidate) ?? found[0];
    if (best) onPlace(best);
  };
  // A derived value may stand where what it was derived from stands: one label there is enough, that of the chosen field.
  const chosenBoxes = places.filter((p) => p.field === activeField && !p.candidate).map((p) => p.boxes[0]!);
  const hidesLabel = (p: Place) => p.field !== activeField && chosenBoxes.some((box) => Math.abs(box[1] - p.boxes[0]![1]) < 0.02 && Math.abs(box[0] - p.boxes[0]![0]) < 0.15);
  return (
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- each place is a button of its own for the keyboard
    <section className={classes.page} style={place} aria-label={t('viewer.page', { page })} data-page={page} onClick={click}>
      <div className={classes.sheet} data-sheet style={{ width, height, transform: turn(rotation, width, height) }}>
        {state === 'loading' && <Skeleton className={classes.skeleton} radius={0} />}
        {state === 'failed' ? (
          <Center h="100%"><div className={classes.failed}><Text>{t('viewer.pageFailed')}</Text><Button size="compact-sm" variant="default" mt={8} onClick={() => { setState('loading'); setAttempt(attempt + 1); }}>{t('action.tryAgain')}</Button></div></Center>
        ) : <img src={src} alt="" className={classes.image} draggable={false} onLoad={() => setState('shown')} onError={() => setState('failed')} />}
        {hits.map((hit) => hit.boxes.map((box, i) => <i key={`${hit.start}-${i}`} className={classes.hit} data-active={hit === activeHit || undefined} style={percent(box)} />))}
        {places.map((p) => {
          const active = p.field === activeField || (!p.candidate && sources.includes(p.field));
          if (p.candidate && !active) return null;
          return p.boxes.map((box, i) => (
            <button key={`${p.key}-${i}`} type="button" className={classes.place} data-active={(active && !p.candidate) || undefined} data-candidate={p.candidate || undefined}
              style={percent(box)} tabIndex={i === 0 ? 0 : -1} data-place={p.field}
              aria-label={p.candidate ? t('viewer.candidatePlace', { field: p.label, value: p.value }) : t('viewer.place', { field: p.label, value: p.value })} aria-pressed={active} onClick={() => onPlace(p)}>
              {i === 0 && active && !hidesLabel(p) && <span className={classes.placeLabel} data-below={box[1] < 0.03 || undefined}>{p.candidate ? t('viewer.candidate') : p.label}</span>}
            </button>
          ));
        })}
        {text && state !== 'failed' && <TextLayer text={text} width={width} height={height} />}
      </div>
    </section>
  );
});
