import { IconSearch, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useMatch, useNavigate, useSearchParams } from 'react-router';
import { ledgersQuery } from '../api/queries';
import { IconButton } from '../ui/IconButton';
import ui from '../ui/ui.module.css';
import { useFormat } from '../ui/useFormat';
import classes from './Shell.module.css';

/** One search box for everything: in a ledger it searches that ledger, elsewhere one says which. */
export function HeaderSearch() {
  const { t } = useTranslation();
  const { label } = useFormat();
  const navigate = useNavigate();
  const { data: ledgers = [] } = useQuery(ledgersQuery);
  const here = useMatch('/ledgers/:ledger')?.params.ledger;
  const [parameters] = useSearchParams();
  const shown = here ? (parameters.get('q') ?? '') : '';
  const [text, setText] = useState(shown);
  const [wanted, setWanted] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => setText(shown), [shown]);

  const ledger = here ?? wanted ?? ledgers[0]?.id;
  const name = ledgers.find((l) => l.id === ledger)?.label;
  const go = (keyword: string) => {
    if (!ledger) return;
    const next = new URLSearchParams(here ? parameters : undefined);
    ['q', 'after', 'page'].forEach((key) => next.delete(key));
    if (keyword.trim()) next.set('q', keyword.trim());
    void navigate(`/ledgers/${ledger}${next.size ? `?${next}` : ''}`);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    go(text);
  };
  const prompt = name ? t('search.in', { ledger: label(name) }) : t('search.any');
  return (
    <form role="search" className={classes.search} onSubmit={submit}>
      {!here && ledgers.length > 1 && (
        <select aria-label={t('search.scope')} value={ledger} onChange={(e) => setWanted(e.currentTarget.value)}>
          {ledgers.map((l) => <option key={l.id} value={l.id}>{label(l.label)}</option>)}
        </select>
      )}
      <IconSearch size={17} aria-hidden />
      <input id="search" ref={input} type="search" enterKeyHint="search" autoComplete="off" aria-label={prompt} placeholder={prompt} value={text}
        onChange={(e) => setText(e.currentTarget.value)}
        onKeyDown={(e) => {
          if (e.key === 'Enter' && e.nativeEvent.isComposing) e.preventDefault();
          if (e.key === 'Escape' && !e.nativeEvent.isComposing) input.current?.blur();
        }} />
      {text
        ? <IconButton label={t('search.clear')} size={28} mr={4} onClick={() => { setText(''); if (shown) go(''); input.current?.focus(); }}><IconX size={15} /></IconButton>
        : <kbd className={`${ui.kbd} ${classes.slash}`} aria-hidden>/</kbd>}
    </form>
  );
}
