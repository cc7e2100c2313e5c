import { Text, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStoredValue } from '../../ui/useStoredValue';
import type { Entry } from './api';
import classes from './history.module.css';
import { useEntryTexts } from './useEntryTexts';

const FEW = 3;
const LONG = 160;

const cut = (text: string) => (text.length > LONG ? `${text.slice(0, LONG)}…` : text);

/** Field, from and to of each change; the first few, and all when asked. */
export function Changes({ entry }: { entry: Entry }) {
  const { t } = useTranslation();
  const texts = useEntryTexts();
  const stored = useStoredValue();
  const [all, setAll] = useState(false);
  const shown = (field: string, text: string) => (all ? stored(field, text) : cut(stored(field, text)));
  const changes = all ? entry.changes : entry.changes.slice(0, FEW);
  return (
    <>
      {changes.map((change, i) => (
        <div key={i} className={classes.change}>
          {change.field && <span>{texts.field(change.field)}</span>}
          {change.from && <><del>{shown(change.field, change.from)}</del><span aria-hidden>→</span></>}
          {change.to ? <ins>{shown(change.field, change.to)}</ins> : change.from && <span>{t('audit.emptied')}</span>}
        </div>
      ))}
      {!all && (entry.changes.length > FEW || entry.changes.some((change) => change.from.length > LONG || change.to.length > LONG)) && (
        <UnstyledButton className={classes.more} onClick={() => setAll(true)}>{t('audit.showAll', { count: entry.changes.length })}</UnstyledButton>
      )}
      {entry.reason && <Text fz={13} c="dimmed">{t('audit.reason', { reason: entry.reason })}</Text>}
    </>
  );
}
