import { Link } from 'react-router';
import type { Ledger, ListRow } from '../../api/model';
import { StateBadge } from '../../ui/StateBadge';
import { recordName } from '../../ui/recordName';
import { Snippets } from './Snippets';
import { Cell, useColumnLabel, useOwnCompany } from './columns';
import classes from './ledger.module.css';

/** The list on a phone: one card per record with what matters most. */
export function RecordCards({ ledger, rows, columns, keyword, linkTo }: { ledger: Ledger; rows: ListRow[]; columns: string[]; keyword: string; linkTo: (id: string) => { pathname: string; state: unknown } }) {
  const label = useColumnLabel(ledger);
  const own = useOwnCompany();
  const shown = columns.filter((c) => !['input_state', 'number', ledger.titleField, 'tags', 'owner', 'group'].includes(c));
  return (
    <ul className={classes.cards}>
      {rows.map(({ record, snippets }) => {
        const filled = shown.filter((c) => record.values[c]).slice(0, 4);
        const { pathname, state } = linkTo(record.id);
        return (
          <li key={record.id} className={classes.recordCard}>
            <Link to={pathname} state={state} className={classes.cardLink}>
              <span className={classes.cardHead}>
                <span className={classes.cardTitle}>{recordName(record, [ledger])}</span>
                <span className={classes.cardNumber}>{record.number}</span>
              </span>
              <span><StateBadge state={record.state} progress={record.progress} /></span>
              {filled.length > 0 && (
                <dl className={classes.cardFields}>
                  {filled.map((c) => <div key={c}><dt>{label(c)}</dt><dd><Cell ledger={ledger} record={record} column={c} own={own} /></dd></div>)}
                </dl>
              )}
            </Link>
            <Snippets id={record.id} snippets={snippets} keyword={keyword} previewState={state} />
          </li>
        );
      })}
    </ul>
  );
}
