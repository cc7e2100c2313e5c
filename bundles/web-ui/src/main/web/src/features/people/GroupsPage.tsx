import { Button, Group as Row, Menu, Modal, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconDots, IconFolderPlus, IconSearchOff, IconSitemap } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { IconButton } from '../../ui/IconButton';
import { EmptyState, ErrorState, LineSkeletons, ProblemText } from '../../ui/States';
import { toastSaved } from '../../ui/toasts';
import { useTitle } from '../../ui/useTitle';
import { createGroup, deleteGroup, groupsQuery, moveGroup, renameGroup, type Group } from './api';
import { matching, pathOf, subtree } from './tree';
import { Search } from './UsersPage';
import classes from './people.module.css';

type Task = { action: 'create' | 'rename' | 'move' | 'delete'; group: Group | null };

/** The tree of groups: found, made, renamed, moved, deleted. */
export function GroupsPage({ everywhere }: { everywhere: boolean }) {
  const { t } = useTranslation();
  useTitle(t('people.groups'));
  const [parameters, setParameters] = useSearchParams();
  const text = parameters.get('q') ?? '';
  const groups = useQuery(groupsQuery);
  const [task, setTask] = useState<Task | null>(null);
  const all = groups.data ?? [];
  const shown = matching(all, text);
  const create = <Button leftSection={<IconFolderPlus size={17} />} onClick={() => setTask({ action: 'create', group: null })}>{t('people.newGroup')}</Button>;
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <Title order={1}>{t('people.groups')}</Title>
        {everywhere && create}
      </div>
      <Text c="dimmed">{t('people.groupsLead')}</Text>
      <div className={classes.toolbar}>
        <Search value={text} label={t('people.searchGroup')} onChange={(value) => setParameters(value ? { q: value } : {}, { replace: true })} />
      </div>
      {groups.isError && !groups.data ? <ErrorState error={groups.error} onRetry={() => void groups.refetch()} />
        : groups.isPending ? <div className={classes.card}><LineSkeletons lines={6} height={26} /></div>
          : all.length === 0 ? <EmptyState icon={<IconSitemap size={28} stroke={1.5} />} title={t('people.noGroups')} action={everywhere && create}>{t('people.noGroupsText')}</EmptyState>
            : shown.length === 0 ? <EmptyState icon={<IconSearchOff size={28} stroke={1.5} />} title={t('people.noResult')} action={<Button variant="default" onClick={() => setParameters({})}>{t('people.reset')}</Button>} />
              : (
                <ul className={classes.groupList} aria-label={t('people.groups')}>
                  {shown.map((group) => (
                    <li key={group.id} style={{ paddingLeft: 14 + (group.path.length - 1) * 22 }}>
                      <Link to={`/admin/users?group=${group.id}`} className={classes.link} title={pathOf(group.path)}>{group.name}</Link>
                      <Text span c="dimmed" fz={13} className="tabular" style={{ whiteSpace: 'nowrap' }}>{t('people.memberCount', { count: group.members })}</Text>
                      {group.managed && <GroupMenu group={group} onTask={(action) => setTask({ action, group })} />}
                    </li>
                  ))}
                </ul>
              )}
      {task && <GroupDialog key={`${task.action} ${task.group?.id}`} task={task} groups={all} everywhere={everywhere} onClose={() => setTask(null)} />}
    </div>
  );
}

function GroupMenu({ group, onTask }: { group: Group; onTask: (action: Task['action']) => void }) {
  const { t } = useTranslation();
  return (
    <Menu position="bottom-end">
      <Menu.Target><IconButton label={t('people.groupMenu', { name: group.name })} size={34}><IconDots size={18} /></IconButton></Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onTask('create')}>{t('people.groupTask.create')}</Menu.Item>
        <Menu.Item onClick={() => onTask('rename')}>{t('people.groupTask.rename')}</Menu.Item>
        <Menu.Item onClick={() => onTask('move')}>{t('people.groupTask.move')}</Menu.Item>
        <Menu.Divider />
        <Menu.Item color="red" onClick={() => onTask('delete')}>{t('people.groupTask.delete')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

const TOP = 'top';

function GroupDialog({ task: { action, group }, groups, everywhere, onClose }: { task: Task; groups: Group[]; everywhere: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [name, setName] = useState(action === 'rename' ? (group?.name ?? '') : '');
  const [place, setPlace] = useState<string | null>(null);
  const run = useMutation<unknown>({
    mutationFn: () => {
      const target = place === TOP ? null : place;
      if (action === 'create') return createGroup(name, group?.id ?? null);
      if (action === 'rename') return renameGroup(group!, name);
      return action === 'move' ? moveGroup(group!, target) : deleteGroup(group!, target);
    },
    onSuccess: () => {
      toastSaved(t(`people.groupDone.${action}`, { name: action === 'create' || action === 'rename' ? name.trim() : group!.name }));
      onClose();
    },
    onSettled: () => Promise.all(['groups', 'users', 'user'].map((key) => client.invalidateQueries({ queryKey: [key] }))),
  });
  const inside = group ? subtree(groups, group) : new Set<string>();
  const places = [
    ...(action === 'move' && everywhere && group?.parent ? [{ value: TOP, label: t('people.top') }] : []),
    ...groups.filter((one) => one.managed && !inside.has(one.id)).map((one) => ({ value: one.id, label: pathOf(one.path) })),
  ];
  const filled = action === 'delete' && group !== null && (group.members > 0 || inside.size > 1);
  const ready = action === 'create' || action === 'rename' ? name.trim() !== '' : action === 'move' ? place !== null : !filled || place !== null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready) run.mutate();
  };
  return (
    <Modal opened onClose={onClose} title={t(group ? `people.groupTitle.${action}` : 'people.newGroup', { name: group?.name ?? '' })} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <form onSubmit={submit}>
        <Stack gap="md">
          {(action === 'create' || action === 'rename') && <TextInput label={t('people.groupName')} required maxLength={100} value={name} onChange={(e) => setName(e.currentTarget.value)} data-autofocus />}
          {action === 'delete' && <Text>{t(filled ? 'people.groupFilled' : 'people.groupEmpty', { name: group?.name, count: group?.members ?? 0 })}</Text>}
          {(action === 'move' || filled) && <Select label={t(action === 'move' ? 'people.newParent' : 'people.groupHeir')} searchable required data={places} value={place} onChange={setPlace} nothingFoundMessage={t('people.noResult')} />}
          {run.isError && <Text c="var(--bad)" role="alert"><ProblemText error={run.error} /></Text>}
          <Row justify="flex-end">
            <Button variant="default" onClick={onClose}>{t('action.cancel')}</Button>
            <Button type="submit" {...(action === 'delete' && { color: 'red.8' })} disabled={!ready} loading={run.isPending}>{t(`people.groupSubmit.${action}`)}</Button>
          </Row>
        </Stack>
      </form>
    </Modal>
  );
}
