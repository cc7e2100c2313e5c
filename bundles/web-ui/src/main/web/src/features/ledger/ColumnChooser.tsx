import { Button, Checkbox, Popover, ScrollArea } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconColumns3, IconGripVertical } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ledger } from '../../api/model';
import { IconButton } from '../../ui/IconButton';
import { useColumnLabel } from './columns';
import { allColumns } from './listState';
import classes from './ledger.module.css';

type Props = { ledger: Ledger; columns: string[]; onChange: (columns: string[] | null) => void };

/** Which columns, in which order; by drag or by buttons. */
export function ColumnChooser({ ledger, columns, onChange }: Props) {
  const { t } = useTranslation();
  const label = useColumnLabel(ledger);
  const [dragged, setDragged] = useState<string | null>(null);
  const rest = allColumns(ledger).filter((c) => !columns.includes(c) && c !== 'status');
  const move = (column: string, to: number) => {
    const without = columns.filter((c) => c !== column);
    onChange(without.toSpliced(Math.max(0, to), 0, column));
  };
  return (
    <Popover position="bottom-start" width={300} shadow="md" trapFocus returnFocus>
      <Popover.Target><Button variant="default" leftSection={<IconColumns3 size={16} />}>{t('list.columns')}</Button></Popover.Target>
      <Popover.Dropdown p={0} aria-label={t('list.columns')}>
        <ScrollArea.Autosize mah="56vh" type="auto">
          <ul className={classes.chooser}>
            {columns.map((column, i) => (
              <li key={column} draggable data-dragged={dragged === column || undefined} onDragStart={() => setDragged(column)} onDragEnd={() => setDragged(null)}
                onDragOver={(e) => {
                  e.preventDefault();
                  if (dragged && dragged !== column) move(dragged, i);
                }}>
                <IconGripVertical size={15} aria-hidden className={classes.grip} />
                <Checkbox size="xs" checked label={label(column)} disabled={columns.length === 1} onChange={() => onChange(columns.filter((c) => c !== column))} className={classes.chooserName} />
                <IconButton label={t('list.moveUp', { column: label(column) })} size={24} disabled={i === 0} onClick={() => move(column, i - 1)}><IconChevronUp size={15} /></IconButton>
                <IconButton label={t('list.moveDown', { column: label(column) })} size={24} disabled={i === columns.length - 1} onClick={() => move(column, i + 1)}><IconChevronDown size={15} /></IconButton>
              </li>
            ))}
            {rest.map((column) => (
              <li key={column}>
                <span className={classes.grip} />
                <Checkbox size="xs" checked={false} label={label(column)} onChange={() => onChange([...columns, column])} className={classes.chooserName} />
              </li>
            ))}
          </ul>
        </ScrollArea.Autosize>
        <div className={classes.facetFoot}><Button variant="light" fullWidth onClick={() => onChange(null)}>{t('list.defaultColumns')}</Button></div>
      </Popover.Dropdown>
    </Popover>
  );
}
