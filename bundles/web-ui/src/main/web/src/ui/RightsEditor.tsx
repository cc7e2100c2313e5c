import { ActionIcon, NativeSelect, Select, Text } from '@mantine/core';
import { IconBuilding, IconUser, IconUsers, IconUsersGroup, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccessLevel, Grant } from '../api/model';
import { groupsQuery, peopleQuery } from '../api/queries';
import classes from './RightsEditor.module.css';

export type Rights = { everyone: AccessLevel; owningGroup: AccessLevel; grants: Grant[] };

type Props = { rights: Rights; owningGroup: string; disabled?: boolean; onChange: (rights: Rights) => void };

/** Who may see and edit: everyone of the company, the owning group, and groups and users by name. */
export function RightsEditor({ rights, owningGroup, disabled = false, onChange }: Props) {
  const { t } = useTranslation();
  const { data: groups = [] } = useQuery(groupsQuery);
  const { data: people = [] } = useQuery(peopleQuery);
  const { grants } = rights;
  const free = (id: string) => !grants.some((grant) => grant.id === id);
  const names = new Map([...groups.map((group) => [group.id, group.path.join(' / ')] as const), ...people.map((person) => [person.id, person.name] as const)]);
  const isGroup = (id: string) => groups.some((group) => group.id === id);
  const add = (id: string | null) => {
    if (id) onChange({ ...rights, grants: [...grants, { kind: isGroup(id) ? 'GROUP' : 'USER', id, name: names.get(id) ?? '', level: 'VIEW' }] });
  };
  return (
    <div className={classes.rights}>
      <ul>
        <Line icon={<IconBuilding size={17} aria-hidden />} name={t('access.everyone')} level={rights.everyone} levels={ALL} disabled={disabled} onLevel={(everyone) => onChange({ ...rights, everyone })} />
        <Line icon={<IconUsersGroup size={17} aria-hidden />} name={owningGroup} note={t('access.owningGroupText')} level={rights.owningGroup} levels={ALL} disabled={disabled} onLevel={(level) => onChange({ ...rights, owningGroup: level })} />
        {grants.map((grant) => (
          <Line key={grant.id} icon={grant.kind === 'GROUP' ? <IconUsers size={17} aria-hidden /> : <IconUser size={17} aria-hidden />} name={names.get(grant.id) ?? grant.name} level={grant.level} levels={GRANTED} disabled={disabled}
            onLevel={(level) => onChange({ ...rights, grants: grants.map((one) => (one.id === grant.id ? { ...one, level } : one)) })}
            onRemove={() => onChange({ ...rights, grants: grants.filter((one) => one.id !== grant.id) })} />
        ))}
      </ul>
      {!disabled && (
        <Select label={t('access.add')} description={t('access.addText')} placeholder={t('access.addPrompt')} searchable value={null} onChange={add} nothingFoundMessage={t('access.nobody')} maxDropdownHeight={260} limit={200}
          data={[
            { group: t('access.groups'), items: groups.filter((group) => free(group.id)).map((group) => ({ value: group.id, label: names.get(group.id)! })) },
            { group: t('access.users'), items: people.filter((person) => free(person.id)).map((person) => ({ value: person.id, label: person.name })) },
          ]} />
      )}
    </div>
  );
}

const GRANTED = ['VIEW', 'EDIT'] as const satisfies readonly AccessLevel[];
const ALL = ['NONE', ...GRANTED] as const satisfies readonly AccessLevel[];

type LineProps = { icon: ReactNode; name: string; note?: string; level: AccessLevel; levels: readonly AccessLevel[]; disabled: boolean; onLevel: (level: AccessLevel) => void; onRemove?: () => void };

function Line({ icon, name, note, level, levels, disabled, onLevel, onRemove }: LineProps) {
  const { t } = useTranslation();
  return (
    <li>
      <span className={classes.who}>{icon}<span>{name}{note && <Text fz={12} c="dimmed">{note}</Text>}</span></span>
      <span className={classes.what}>
        <NativeSelect aria-label={t('access.levelOf', { name })} value={level} disabled={disabled} onChange={(e) => onLevel(e.currentTarget.value as AccessLevel)} data={levels.map((one) => ({ value: one, label: t(`access.level.${one}`) }))} />
        {onRemove && !disabled && <ActionIcon variant="subtle" color="gray" size={36} aria-label={t('access.remove', { name })} onClick={onRemove}><IconX size={16} /></ActionIcon>}
      </span>
    </li>
  );
}
