import { IconArrowDown, IconArrowUp, IconArrowsSort } from '@tabler/icons-react';
import { Fragment, useEffect, useLayoutEffect, useRef, useState, type CSSProperties, type KeyboardEvent, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { Ledger, ListRow } from '../../api/model';
import { prefer, usePreferences } from '../../ui/preferences';
import { recordName } from '../../ui/recordName';
import { Snippets } from './Snippets';
import { measureDrawing } from './measureDrawing';
import { Cell, alignsRight, defaultWidth, useColumnLabel, useOwnCompany } from './columns';
import classes from './ledger.module.css';

type Props = {
  ledger: Ledger;
  rows: ListRow[];
  columns: string[];
  sort: string;
  descending: boolean;
  onSort: (column: string, descending: boolean) => void;
  keyword: string;
  current: string | null;
  open: string | null;
  linkTo: (id: string) => string;
  previewTo: (id: string) => { pathname: string; state: unknown };
  onOpen: (id: string) => void;
  dimmed: boolean;
};

export function RecordTable({ ledger, rows, columns, sort, descending, onSort, keyword, current, open, linkTo, previewTo, onOpen, dimmed }: Props) {
  const { t } = useTranslation();
  const { widths } = usePreferences();
  const navigate = useNavigate();
  const body = useRef<HTMLTableSectionElement>(null);
  const label = useColumnLabel(ledger);
  const own = useOwnCompany();
  const width = (column: string) => widths[`${ledger.id}.${column}`] ?? defaultWidth(ledger, column);
  // The columns up to the title stay in sight when the list is moved sideways; on narrow lists only the title does (see the styles).
  const firm = columns.slice(0, columns.indexOf(ledger.titleField) + 1);
  const stick = (column: string) => {
    const at = firm.indexOf(column);
    return at < 0 || firm.length > 4 ? {} : {
      'data-firm': at === firm.length - 1 ? 'last' : 'yes',
      style: { '--left': `${firm.slice(0, at).reduce((sum, c) => sum + width(c), 0)}px` } as CSSProperties,
    };
  };
  const [moved, setMoved] = useState(false);
  const linked = columns.includes(ledger.titleField) ? ledger.titleField : columns[0];

  useEffect(() => {
    if (current) body.current?.querySelector('[data-current]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);

  const began = performance.now();
  const drawn = useRef<ListRow[] | null>(null);
  useLayoutEffect(() => {
    if (drawn.current !== rows) measureDrawing(began, rows.length);
    drawn.current = rows;
  });

  return (
    <div className={classes.scroller} data-dimmed={dimmed || undefined} data-moved={moved || undefined} onScroll={(e) => setMoved(e.currentTarget.scrollLeft > 0)}>
      <table className={classes.table} style={{ width: columns.reduce((sum, c) => sum + width(c), 0) }}>
        <colgroup>{columns.map((c) => <col key={c} style={{ width: width(c) }} />)}</colgroup>
        <thead>
          <tr>
            {columns.map((column) => {
              const sorted = column === sort;
              const Icon = !sorted ? IconArrowsSort : descending ? IconArrowDown : IconArrowUp;
              return (
                <th key={column} {...stick(column)} scope="col" aria-sort={sorted ? (descending ? 'descending' : 'ascending') : 'none'} data-right={alignsRight(ledger, column) || undefined}>
                  <button type="button" className={classes.sort} data-sorted={sorted || undefined} onClick={() => onSort(column, sorted ? !descending : false)}>
                    <span>{label(column)}</span><Icon size={14} aria-hidden />
                  </button>
                  <Resizer name={t('list.resize', { column: label(column) })} width={width(column)} onWidth={(w) => prefer({ widths: { ...widths, [`${ledger.id}.${column}`]: w } })} />
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map(({ record, snippets }) => (
            <Fragment key={record.id}>
            {/* Keyboard users open a row by its link; the click on the rest of it is a convenience of the mouse. */}
            <tr data-snippets={snippets.length > 0 || undefined} data-current={record.id === current || undefined} data-open={record.id === open || undefined} aria-current={record.id === open || undefined}
              onClick={(event) => {
                if (!(event.target as Element).closest('a,button') && !window.getSelection()?.toString()) onOpen(record.id);
              }}
              onDoubleClick={() => {
                const { pathname, state } = previewTo(record.id);
                void navigate(pathname, { state });
              }}>
              {columns.map((column) => (
                <td key={column} {...stick(column)} data-right={alignsRight(ledger, column) || undefined}>
                  {column === linked ? (
                    <Link to={linkTo(record.id)} className={classes.title} data-row={record.id}>
                        {column === ledger.titleField ? recordName(record, [ledger]) : <Cell ledger={ledger} record={record} column={column} />}
                    </Link>
                  ) : <Cell ledger={ledger} record={record} column={column} own={own} />}
                </td>
              ))}
            </tr>
            {snippets.length > 0 && (
              <tr className={classes.snippetRow} data-open={record.id === open || undefined}>
                <td colSpan={columns.length}><Snippets id={record.id} snippets={snippets} keyword={keyword} previewState={previewTo(record.id).state} /></td>
              </tr>
            )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Resizer({ name, width, onWidth }: { name: string; width: number; onWidth: (width: number) => void }) {
  const start = useRef<{ x: number; width: number } | null>(null);
  const clamp = (w: number) => Math.min(800, Math.max(56, Math.round(w)));
  const down = (event: PointerEvent<HTMLDivElement>) => {
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = { x: event.clientX, width };
  };
  const move = (event: PointerEvent<HTMLDivElement>) => {
    if (start.current) onWidth(clamp(start.current.width + event.clientX - start.current.x));
  };
  const key = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -16, ArrowRight: 16 }[event.key];
    if (step) {
      event.preventDefault();
      onWidth(clamp(width + step));
    }
  };
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a focusable separator is a widget (ARIA window splitter)
    <div role="separator" aria-orientation="vertical" aria-label={name} aria-valuenow={width} aria-valuemin={56} aria-valuemax={800}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0} className={classes.resizer} onPointerDown={down} onPointerMove={move}
      onPointerUp={() => { start.current = null; }} onKeyDown={key} />
  );
}
