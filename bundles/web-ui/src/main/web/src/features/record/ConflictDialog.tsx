import { Button, Group, Modal, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldValue } from '../../api/model';
import { useFormat } from '../../ui/useFormat';
import { resolve, type Clash, type Side } from './edit';
import type { Conflict, RecordEditor } from './useRecordEditor';
import classes from './record.module.css';

/** Someone was faster: what changed, and for each clash whose value stands. Nothing is overwritten unseen. */
export function ConflictDialog({ conflict, editor, people, groups }: { conflict: Conflict; editor: RecordEditor; people: { id: string; name: string }[]; groups: { id: string; name: string }[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { found, latest, mine, others, by } = conflict;
  const [sides, setSides] = useState<Record<string, Side>>({});
  const decided = found.every((c) => sides[c.key]);
  const field = (id: string) => latest.fields.find((f) => f.id === id);
  const nameOf = (key: string) => {
    if (key.startsWith('@')) return t(`record.${key.slice(1) as 'memo' | 'tags' | 'kind' | 'owner' | 'group'}`);
    const definition = field(key);
    return definition ? format.label(definition.label) : key;
  };
  const shown = (clash: Clash, value: unknown): string => {
    if (value === null || value === undefined || value === '') return '–';
    if (clash.key === '@tags') return (value as string[]).join(t('value.comma')) || '–';
    if (clash.key === '@group') return groups.find((g) => g.id === value)?.name ?? String(value);
    if (clash.key === '@owner') return people.find((p) => p.id === value)?.name ?? String(value);
    if (clash.key.startsWith('@')) return String(value);
    return format.value(value as FieldValue, field(clash.key));
  };
  const all = (side: Side) => setSides(Object.fromEntries(found.map((c) => [c.key, side])));
  return (
    <Modal opened onClose={editor.closeConflict} size={620} title={<Text fw={600} fz={16}>{t('conflict.title')}</Text>} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <Stack>
        <Text>{by ? t('conflict.text', { by }) : t('conflict.textUnknown')}</Text>
        {found.length > 0 && (
          <>
            <Group gap={8}>
              <Button size="compact-sm" variant="default" onClick={() => all('mine')}>{t('conflict.allMine')}</Button>
              <Button size="compact-sm" variant="default" onClick={() => all('theirs')}>{t('conflict.allTheirs')}</Button>
            </Group>
            {found.map((clash) => (
              <Radio.Group key={clash.key} label={nameOf(clash.key)} value={sides[clash.key] ?? ''} onChange={(side) => setSides({ ...sides, [clash.key]: side as Side })}>
                <div className={classes.clash}>
                  <Radio.Card value="mine" className={classes.side}><Radio.Indicator /><span><small>{t('conflict.mine')}</small>{shown(clash, clash.mine)}</span></Radio.Card>
                  <Radio.Card value="theirs" className={classes.side}><Radio.Indicator /><span><small>{t('conflict.theirs')}</small>{shown(clash, clash.theirs)}</span></Radio.Card>
                </div>
              </Radio.Group>
            ))}
          </>
        )}
        {found.length === 0 && <Text>{t('conflict.none')}</Text>}
        {others.length > 0 && <Text fz="sm" c="dimmed">{t('conflict.others', { fields: others.map(nameOf).join(t('value.comma')) })}</Text>}
        <Group justify="flex-end">
          <Button variant="default" onClick={editor.closeConflict}>{t('conflict.back')}</Button>
          <Button disabled={!decided} loading={editor.saving} onClick={() => void editor.resolveConflict(resolve(mine, found, sides))}>{t('conflict.save')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
