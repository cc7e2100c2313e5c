import { Button, Checkbox, Group, NativeSelect, Title, VisuallyHidden } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconChevronsLeft, IconCloudUpload, IconSearchOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import type { Ledger } from '../../api/model';
import { ledgersQuery, listQuery } from '../../api/queries';
import { announce } from '../../ui/announce';
import { IconButton } from '../../ui/IconButton';
import { useKeys } from '../../ui/keys';
import { prefer, usePreferences } from '../../ui/preferences';
import { EmptyState, ErrorState, LineSkeletons, PageLoading } from '../../ui/States';
import { useFormat } from '../../ui/useFormat';
import { useTitle } from '../../ui/useTitle';
import { useScreen } from '../../ui/useScreen';
import { AdvancedSearch } from './AdvancedSearch';
import { Chips } from './Chips';
import { ColumnChooser } from './ColumnChooser';
import { FilterMenu } from './FilterMenu';
import { RecordCards } from './RecordCards';
import { RecordTable } from './RecordTable';
import { apiParameters, changeState, readState, writeState, type ListState } from './listState';
import classes from './ledger.module.css';

export type DetailProps = { id: string; keyword: string; onClose: () => void; onNext: (() => void) | null; previewState: unknown };
type Props = { ledgerId: string; renderDetail: (props: DetailProps) => ReactNode; uploadButton: ReactNode };

export function LedgerPage(props: Props) {
  const { t } = useTranslation();
  const ledgers = useQuery(ledgersQuery);
  const ledger = ledgers.data?.find((l) => l.id === props.ledgerId);
  if (ledgers.isPending) return <PageLoading />;
  if (ledgers.isError) return <ErrorState error={ledgers.error} onRetry={() => void ledgers.refetch()} />;
  if (!ledger) return <EmptyState order={1} title={t('list.unknownTitle')}>{t('list.unknownText')}</EmptyState>;
  return <LedgerView key={ledger.id} ledger={ledger} {...props} />;
}

function LedgerView({ ledger, renderDetail, uploadButton }: Props & { ledger: Ledger }) {
  const { t } = useTranslation();
  const { label, number } = useFormat();
  useTitle(label(ledger.label));
  const navigate = useNavigate();
  const phone = useScreen('(max-width: 48em)');
  const { pageSize } = usePreferences();
  const [parameters, setParameters] = useSearchParams();
  const state = readState(parameters);
  const list = useQuery(listQuery(ledger.id, apiParameters(state, pageSize)));
  const [advanced, setAdvanced] = useState(false);
  const [current, setCurrent] = useState<string | null>(state.open);
  // Cursors of the pages passed, so that one can go back; kept per list.
  const cursors = useRef(new Map<number, string | null>([[1, null]]));
  if (state.after) cursors.current.set(state.page, state.after);

  const change = (part: Partial<ListState>, replace = false) => setParameters(writeState(changeState(state, part)), { replace });
  const columns = (state.columns ?? ledger.columns).filter((c) => c !== 'status');
  const rows = list.data?.rows ?? [];
  const ids = rows.map((r) => r.record.id);
  const at = ids.indexOf(state.open ?? current ?? '');
  const address = `/ledgers/${ledger.id}${parameters.size ? `?${parameters}` : ''}`;
  const previewState = { back: address, ids };
  const previewTo = (id: string) => {
    const find = state.keyword && state.fullText ? `?find=${encodeURIComponent(state.keyword)}` : '';
    return { pathname: `/records/${id}${find}`, state: previewState };
  };
  const openRow = (id: string, replace = false) => {
    setCurrent(id);
    change({ open: id }, replace || state.open !== null);
  };
  const close = () => {
    change({ open: null });
    if (state.open) requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-row="${state.open}"]`)?.focus());
  };
  const step = (by: number) => {
    const next = ids[at < 0 ? 0 : Math.min(ids.length - 1, Math.max(0, at + by))];
    if (!next) return;
    setCurrent(next);
    if (state.open) openRow(next, true);
    else document.querySelector<HTMLElement>(`[data-row="${next}"]`)?.focus();
  };
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    Enter: () => {
      if (!current) return;
      if (state.open === current) {
        const { pathname, state: from } = previewTo(current);
        void navigate(pathname, { state: from });
      } else openRow(current);
    },
    Escape: () => state.open && close(),
  }, !phone);

  const total = list.data?.total;
  const count = total === undefined ? '' : list.data!.totalExact ? t('list.count', { count: total, shown: number(total) }) : t('list.countMore', { shown: number(total) });
  useEffect(() => {
    if (count) announce(count);
  }, [count]);

  const filtered = state.conditions.length > 0 || state.keyword !== '';
  const first = (state.page - 1) * pageSize + 1;
  const known = cursors.current.get(state.page - 1);

  if (phone && state.open) return <div className={classes.phoneDetail}>{renderDetail({ id: state.open, keyword: state.keyword, onClose: close, onNext: null, previewState })}</div>;
  return (
    <div className={classes.page} data-open={state.open ? true : undefined}>
      <section className={classes.list} aria-label={label(ledger.label)}>
        <div className={classes.head}>
          <Title order={1}>{t('list.title', { ledger: label(ledger.label) })}</Title>
          <span className={classes.total}>{count}</span>
        </div>
        <div className={classes.toolbar} data-no-print>
          <FilterMenu ledger={ledger} state={state} onChange={change} onAdvanced={() => setAdvanced(true)} />
          <Button variant="default" onClick={() => setAdvanced(true)}>{t('advanced.title')}</Button>
          <Checkbox label={t('list.fullText')} checked={state.fullText} onChange={(e) => change({ fullText: e.currentTarget.checked })} />
          {state.keyword && <Checkbox label={t('list.exact')} checked={state.exact} onChange={(e) => change({ exact: e.currentTarget.checked })} />}
          {!phone && <span className={classes.right}><ColumnChooser ledger={ledger} columns={columns} onChange={(cols) => change({ columns: cols }, true)} /></span>}
        </div>
        <Chips ledger={ledger} state={state} onChange={change} />
        {list.data?.degraded && <div className={classes.degraded} role="status">{t('list.degraded')}</div>}
        {list.data?.rebuilding && <div className={classes.degraded} role="status">{t('list.rebuilding')}</div>}
        {list.isError && !list.data ? <ErrorState error={list.error} onRetry={() => void list.refetch()} />
          : list.isPending ? <LineSkeletons lines={12} height={26} />
            : rows.length === 0 ? (
              filtered
                ? <EmptyState icon={<IconSearchOff size={28} stroke={1.5} />} title={t('list.noResultTitle')} action={<>
                  <Button variant="default" onClick={() => change({ conditions: [], keyword: '', any: false })}>{t('list.resetConditions')}</Button>
                  {state.keyword && !state.fullText && <Button variant="light" onClick={() => change({ fullText: true })}>{t('list.tryFullText')}</Button>}
                </>}>{t('list.noResultText')}</EmptyState>
                : <EmptyState icon={<IconCloudUpload size={28} stroke={1.5} />} title={t('list.emptyTitle', { ledger: label(ledger.label) })} action={uploadButton}>{t('list.emptyText')}</EmptyState>
            ) : phone ? <RecordCards ledger={ledger} rows={rows} columns={columns} keyword={state.keyword} linkTo={previewTo} />
              : <RecordTable ledger={ledger} rows={rows} columns={columns} sort={state.sort} descending={state.descending} onSort={(sort, descending) => change({ sort, descending })} keyword={state.keyword}
                current={current} open={state.open} linkTo={(id) => `?${writeState({ ...state, open: id })}`} previewTo={previewTo} onOpen={(id) => openRow(id)} dimmed={list.isPlaceholderData} />}
        {rows.length > 0 && (
          <Group component="nav" className={classes.pager} aria-label={t('list.pages')} data-no-print>
            {!phone && <NativeSelect size="xs" aria-label={t('list.pageSize')} value={String(pageSize)} data={['25', '50', '100', '200'].map((n) => ({ value: n, label: t('list.perPage', { n }) }))}
              onChange={(e) => { prefer({ pageSize: Number(e.currentTarget.value) }); change({ after: null, page: 1 }); }} />}
            <span className="tabular">{t('list.range', { from: number(first), to: number(first + rows.length - 1) })}</span>
            <span className={classes.pageButtons}>
              <IconButton label={t('list.firstPage')} disabled={!state.after} onClick={() => change({ after: null, page: 1 })}><IconChevronsLeft size={18} /></IconButton>
              <IconButton label={t('list.previousPage')} disabled={!state.after || known === undefined} onClick={() => change({ after: known ?? null, page: state.page - 1 })}><IconChevronLeft size={18} /></IconButton>
              <IconButton label={t('list.nextPage')} disabled={!list.data?.next} onClick={() => change({ after: list.data!.next, page: state.page + 1 })}><IconChevronRight size={18} /></IconButton>
            </span>
          </Group>
        )}
        <VisuallyHidden aria-live="polite">{list.isFetching ? t('state.loading') : ''}</VisuallyHidden>
      </section>
      {state.open && !phone && (
        <aside className={classes.detail} aria-label={t('record.detail')}>
          {renderDetail({ id: state.open, keyword: state.fullText ? state.keyword : '', onClose: close, onNext: at >= 0 && at < ids.length - 1 ? () => openRow(ids[at + 1]!, true) : null, previewState })}
        </aside>
      )}
      <AdvancedSearch ledger={ledger} state={state} opened={advanced} onClose={() => setAdvanced(false)} onApply={change} />
    </div>
  );
}
