import { Button, Popover, ScrollArea, Text } from '@mantine/core';
import { IconCheck, IconFilter, IconMinus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { InputState, Ledger } from '../../api/model';
import { groupsQuery, peopleQuery } from '../../api/queries';
import { useFormat } from '../../ui/useFormat';
import { cycleFacet, facetState, type ListState } from './listState';
import classes from './ledger.module.css';

const STATES: InputState[] = ['COMPLETE', 'INCOMPLETE', 'READING', 'WAITING', 'PROTECTED', 'FAILED'];

type Props = { ledger: Ledger; state: ListState; onChange: (change: Partial<ListState>) => void; onAdvanced: () => void };

/** Quick filters: first click only these, second click all but these, third click off. */
export function FilterMenu({ ledger, state, onChange, onAdvanced }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { label } = format;
  const { data: people = [] } = useQuery(peopleQuery);
  const { data: places = [] } = useQuery(groupsQuery);
  const groups: { field: string; title: string; values: { value: string; text: string }[] }[] = [
    { field: 'input_state', title: t('column.input_state'), values: STATES.map((value) => ({ value, text: t(`inputState.${value}`) })) },
    ...(ledger.fields.some((f) => f.id === 'kind') ? [] : [{ field: 'kind', title: t('column.kind'), values: ledger.kinds.map((k) => ({ value: k.id, text: label(k.label) })) }]),
    ...ledger.fields.filter((f) => f.type === 'CHOICE').map((f) => ({ field: f.id, title: label(f.label), values: f.choices.map((c) => ({ value: c.code, text: label(c.label) })) })),
    ...ledger.fields.filter((f) => f.type === 'FLAG').map((f) => ({ field: f.id, title: label(f.label), values: [true, false].map((flag) => ({ value: String(flag), text: format.flag(flag, f) })) })),
    { field: 'group', title: t('column.group'), values: places.map((g) => ({ value: g.id, text: g.name })) },
    { field: 'owner', title: t('column.owner'), values: people.map((p) => ({ value: p.id, text: p.name })) },
  ];
  return (
    <Popover position="bottom-start" width={340} shadow="md" trapFocus returnFocus>
      <Popover.Target><Button variant="default" leftSection={<IconFilter size={16} />}>{t('list.filter')}</Button></Popover.Target>
      <Popover.Dropdown p={0} aria-label={t('list.filter')}>
        <ScrollArea.Autosize mah="62vh" type="auto">
          <div className={classes.facets}>
            <Text fz={12} c="dimmed">{t('list.filterHint')}</Text>
            {groups.filter((g) => g.values.length).map((group) => (
              <fieldset key={group.field} className={classes.facetGroup}>
                <legend>{group.title}</legend>
                {group.values.map(({ value, text }) => {
                  const now = facetState(state.conditions, group.field, value);
                  return (
                    <button key={value} type="button" className={classes.facet} data-state={now} aria-pressed={now === 'off' ? false : now === 'only' ? true : 'mixed'}
                      aria-label={now === 'not' ? t('list.excluded', { name: text }) : text}
                      onClick={() => onChange({ conditions: cycleFacet(state.conditions, group.field, value, state.any) })}>
                      {now === 'only' && <IconCheck size={13} aria-hidden />}{now === 'not' && <IconMinus size={13} aria-hidden />}{text}
                    </button>
                  );
                })}
              </fieldset>
            ))}
          </div>
        </ScrollArea.Autosize>
        <div className={classes.facetFoot}><Button variant="light" fullWidth onClick={onAdvanced}>{t('advanced.title')}</Button></div>
      </Popover.Dropdown>
    </Popover>
  );
}
