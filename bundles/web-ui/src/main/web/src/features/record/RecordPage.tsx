import { SegmentedControl } from '@mantine/core';
import { IconArrowLeft, IconChevronLeft, IconChevronRight, IconFileOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import type { FieldValue } from '../../api/model';
import { detailQuery, ledgersQuery, pagesQuery } from '../../api/queries';
import { IconButton } from '../../ui/IconButton';
import { useKeys } from '../../ui/keys';
import { recordName } from '../../ui/recordName';
import { EmptyState, ErrorState, LineSkeletons, PageLoading } from '../../ui/States';
import { useFormat } from '../../ui/useFormat';
import { useTitle } from '../../ui/useTitle';
import { useScreen } from '../../ui/useScreen';
import { Viewer, type Focus } from '../../viewer/Viewer';
import type { Place } from '../../viewer/PageView';
import { LeaveGuard } from './LeaveGuard';
import { RecordPanel } from './RecordPanel';
import { useMayEdit } from './useMayEdit';
import { useRecordEditor } from './useRecordEditor';
import { useUseCandidate } from './useUseCandidate';
import classes from './record.module.css';

type From = { back?: string; ids?: string[] } | null;

/** プレビュー: the pages and the fields side by side, joined both ways by the active field. */
export function RecordPage({ id }: { id: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const from = useLocation().state as From;
  const [parameters, setParameters] = useSearchParams();
  const single = useScreen('(max-width: 56em)');
  const [side, setSide] = useState<'preview' | 'fields'>('fields');
  const { data: ledgers } = useQuery(ledgersQuery);
  const detail = useQuery(detailQuery(id));
  const record = detail.data?.record;
  const pages = useQuery({ ...pagesQuery(id), enabled: record?.previewable === true });
  const editor = useRecordEditor(detail.data);
  const accept = useUseCandidate(detail.data, editor);
  const mayEdit = useMayEdit(detail.data);
  const [activeField, setActiveField] = useState<string | null>(parameters.get('field'));
  const [focus, setFocus] = useState<Focus | null>(null);
  useTitle(record ? recordName(record, ledgers) : '');

  const places = useMemo((): Place[] => {
    if (!detail.data) return [];
    const { fields, present, candidates } = detail.data;
    return fields.flatMap((field) => {
      const label = format.label(field.label);
      const make = (value: FieldValue, evidence: { page: number; boxes: Place['boxes'] }[], key: string, candidate: boolean) =>
        evidence.filter((e) => e.boxes.length).map((e, i) => ({ key: `${field.id}-${key}-${i}`, field: field.id, label, value: format.value(value, field), page: e.page, boxes: e.boxes, candidate }));
      const now = present[field.id];
      return [...(now ? make(now.value, now.evidence, 'v', false) : []), ...(candidates[field.id] ?? []).flatMap((c, n) => make(c.value, c.evidence, `c${n}`, true))];
    });
  }, [detail.data, format]);

  const locate = useCallback((field: string) => {
    setActiveField(field);
    // A derived value stands nowhere itself: then what it was derived from is shown.
    const wanted = [field, ...(detail.data?.present[field]?.derivation?.fields ?? [])];
    const place = wanted.map((id) => places.find((p) => p.field === id && !p.candidate)).find((p) => p !== undefined);
    const page = place?.page ?? detail.data?.present[field]?.evidence[0]?.page;
    if (page) setFocus((f) => ({ page, box: place?.boxes[0] ?? null, count: (f?.count ?? 0) + 1 }));
    if (page) setSide('preview');
  }, [places, detail.data]);

  // Deep links to a field or a page show it once the document is there.
  const [arrived, setArrived] = useState(false);
  useEffect(() => {
    if (arrived || !detail.data || !pages.data) return;
    setArrived(true);
    const field = parameters.get('field');
    const page = Number(parameters.get('page'));
    if (field) locate(field);
    else if (page) setFocus({ page, box: null, count: 0 });
    if (field || page || parameters.get('find')) setSide('preview');
  }, [arrived, detail.data, pages.data, parameters, locate]);

  const sources = useMemo(() => (activeField && detail.data?.present[activeField]?.derivation?.fields) || [], [activeField, detail.data]);
  const choosePlace = (place: Place) => {
    if (place.candidate) {
      const candidate = detail.data?.candidates[place.field]?.find((_, n) => place.key.startsWith(`${place.field}-c${n}-`));
      if (candidate) accept(place.field, candidate);
      return;
    }
    setActiveField(place.field);
  };
  const offer = (field: string, value: FieldValue) => {
    const multiple = value.type === 'TEXTS' && editor.draft?.values[field];
    editor.fill(field, multiple && multiple.type === 'TEXTS' ? { type: 'TEXTS', texts: [...multiple.texts, ...value.texts] } : value);
    setActiveField(field);
    setSide('fields');
  };

  const ids = from?.ids ?? [];
  const at = ids.indexOf(id);
  const step = (by: number) => {
    const next = ids[at + by];
    if (at >= 0 && next) void navigate(`/records/${next}`, { state: from, replace: true });
  };
  const close = () => void navigate(from?.back ?? (record?.ledger ? `/ledgers/${record.ledger}?open=${id}` : '/'));
  const saveAndNext = () => void editor.save().then((saved) => saved && setTimeout(() => step(1)));
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    e: () => mayEdit && editor.start(),
    'Ctrl+S': () => editor.editing && void editor.save(),
    'Ctrl+Shift+S': () => editor.editing && saveAndNext(),
    Escape: () => {
      if (editor.editing && !editor.dirty) editor.cancel();
      else if (!editor.editing) close();
    },
  });

  if (detail.isPending) return <PageLoading />;
  if (detail.isError) return <ErrorState error={detail.error} onRetry={() => void detail.refetch()} />;
  const preview = !detail.data.record.previewable
    ? <EmptyState icon={<IconFileOff size={28} stroke={1.5} />} title={t('viewer.noneTitle')}>{t('viewer.noneText')}</EmptyState>
    : pages.isError ? <ErrorState title={t('viewer.noneTitle')} error={pages.error} onRetry={() => void pages.refetch()} />
      : !pages.data ? <LineSkeletons lines={1} height={640} />
        : <Viewer id={id} pages={pages.data} places={places} activeField={activeField} sources={sources} focus={focus} onPlace={choosePlace} fields={detail.data.fields} onOffer={mayEdit ? offer : null}
          find={parameters.get('find') ?? ''} onFind={(text) => setParameters((p) => {
            if (text) p.set('find', text);
            else p.delete('find');
            p.delete('page');
            return p;
          }, { replace: true, state: from })} />;
  return (
    <div className={classes.recordPage}>
      <LeaveGuard dirty={editor.dirty} onLeave={editor.cancel} />
      <div className={classes.bar} data-no-print>
        <IconButton label={t('record.back')} hint="Esc" onClick={close}><IconArrowLeft size={19} /></IconButton>
        <h1 className={classes.barTitle}>{record?.number !== undefined && <span>{record.number}</span>}{recordName(detail.data.record, ledgers)}</h1>
        {at >= 0 && (
          <span className={classes.barTools}>
            <IconButton label={t('record.previous')} hint="k" disabled={at <= 0} onClick={() => step(-1)}><IconChevronLeft size={19} /></IconButton>
            <IconButton label={t('record.next')} hint="j" disabled={at >= ids.length - 1} onClick={() => step(1)}><IconChevronRight size={19} /></IconButton>
          </span>
        )}
      </div>
      {single && (
        <SegmentedControl data-no-print className={classes.sides} value={side} onChange={(v) => setSide(v as typeof side)} fullWidth aria-label={t('record.view')}
          data={[{ value: 'preview', label: t('record.preview') }, { value: 'fields', label: t('record.fields') }]} />
      )}
      <div className={classes.split}>
        {(!single || side === 'preview') && <div className={classes.previewSide}>{preview}</div>}
        {(!single || side === 'fields') && (
          <div className={classes.panelSide}>
            <RecordPanel detail={detail.data} editor={editor} activeField={activeField} onLocate={record?.previewable ? locate : null} onUse={accept} mayEdit={mayEdit}
              onSaveAndNext={at >= 0 && at < ids.length - 1 ? saveAndNext : null} onClose={null} preview={null} untitled />
          </div>
        )}
      </div>
    </div>
  );
}
