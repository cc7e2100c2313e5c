import { Button, Menu, Paper, Portal, ScrollArea, Text } from '@mantine/core';
import { IconCopy, IconForms } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { FieldDefinition, FieldValue } from '../api/model';
import { toastSaved } from '../ui/toasts';
import { useFormat } from '../ui/useFormat';
import { readValue } from '../ui/values';
import type { Chosen } from './selection';
import classes from './viewer.module.css';

type Props = { chosen: Chosen; fields: FieldDefinition[]; onOffer: ((field: string, value: FieldValue) => void) | null; onDone: () => void };

/** What can be done with text that was selected on a page: copy it, or put it into a field. */
export function SelectionBar({ chosen, fields, onOffer, onDone }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { rect } = chosen;
  const below = rect.top < 120;
  const fitting = fields.map((field) => ({ field, value: readValue(chosen.text, field) })).filter((o): o is { field: FieldDefinition; value: FieldValue } => o.value !== null);
  // Fields with a form of their own (dates, amounts …) are better guesses than free texts.
  fitting.sort((a, b) => Number(/^TEXT/.test(a.field.type)) - Number(/^TEXT/.test(b.field.type)));
  const left = Math.min(Math.max(8, rect.left + rect.width / 2 - 110), window.innerWidth - 236);
  return (
    <Portal>
      <Paper shadow="md" withBorder className={classes.selection} style={{ left, top: below ? rect.bottom + 8 : rect.top - 46 }} role="toolbar" aria-label={t('viewer.selection')} onMouseDown={(e) => e.preventDefault()}>
        <Button size="compact-sm" variant="subtle" leftSection={<IconCopy size={15} />} onClick={() => { void navigator.clipboard.writeText(chosen.text).then(() => toastSaved(t('viewer.copied'))); onDone(); }}>{t('viewer.copy')}</Button>
        {onOffer && (
          <Menu position={below ? 'bottom-start' : 'top-start'} width={320} returnFocus={false}>
            <Menu.Target><Button size="compact-sm" variant="subtle" leftSection={<IconForms size={15} />}>{t('viewer.putInto')}</Button></Menu.Target>
            <Menu.Dropdown onMouseDown={(e) => e.preventDefault()}>
              <ScrollArea.Autosize mah={320} type="auto">
                {fitting.map(({ field, value }) => (
                  <Menu.Item key={field.id} onClick={() => { onOffer(field.id, value); onDone(); }}>
                    <Text fw={500}>{t('viewer.intoField', { field: format.label(field.label) })}</Text>
                    <Text fz={12} c="dimmed" truncate>{format.value(value, field)}</Text>
                  </Menu.Item>
                ))}
                {fitting.length === 0 && <Text c="dimmed" p={12}>{t('viewer.noField')}</Text>}
              </ScrollArea.Autosize>
            </Menu.Dropdown>
          </Menu>
        )}
      </Paper>
    </Portal>
  );
}
