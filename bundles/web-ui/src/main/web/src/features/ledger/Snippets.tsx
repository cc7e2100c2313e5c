import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Snippet } from '../../api/model';
import classes from './ledger.module.css';

/** Where the full text was found; each place leads to the preview with its hits. */
export function Snippets({ id, snippets, keyword, previewState }: { id: string; snippets: Snippet[]; keyword: string; previewState: unknown }) {
  const { t } = useTranslation();
  if (!snippets.length) return null;
  return (
    <ul className={classes.snippets}>
      {snippets.map((s, i) => (
        <li key={i}>
          <Link to={`/records/${id}?find=${encodeURIComponent(keyword)}&page=${s.page}`} state={previewState}>
            <span className={classes.snippetPage}>{t('viewer.pageShort', { page: s.page })}</span>
            <span>…{s.text.slice(0, s.start)}<mark>{s.text.slice(s.start, s.end)}</mark>{s.text.slice(s.end)}…</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
