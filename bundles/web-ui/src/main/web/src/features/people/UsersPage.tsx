import { Button, CloseButton, Drawer, Menu, NativeSelect, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconChevronDown, IconDownload, IconSearch, IconSearchOff, IconUpload, IconUserPlus, IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { EmptyState, ErrorState, LineSkeletons } from '../../ui/States';
import { useFormat } from '../../ui/useFormat';
import { useScreen } from '../../ui/useScreen';
import { useTitle } from '../../ui/useTitle';
import { PERMISSIONS, USER_STATES, exportUrl, groupsQuery, usersQuery, type Group, type User } from './api';
import { ImportDialog } from './ImportDialog';
import { pathOf } from './tree';
import { UserPane } from './UserPane';
import { UserStateBadge } from './UserStateBadge';
import classes from './people.module.css';

/** The users of a company beside the tree of its groups. Conditions, page and the open user are in the address. */
export function UsersPage({ self }: { self: string }) {
  const { t } = useTranslation();
  useTitle(t('people.users'));
  const phone = useScreen('(max-width: 48em)');
  const [parameters, setParameters] = useSearchParams();
  const get = (name: string) => parameters.get(name) ?? '';
  const asked = new URLSearchParams();
  for (const [name, as] of [['q', 'q'], ['state', 'state'], ['permission', 'permission'], ['group', 'group'], ['after', 'cursor']] as const) if (get(name)) asked.set(as, get(name));
  const list = useQuery(usersQuery(asked.toString()));
  const groups = useQuery(groupsQuery);
  const [importing, setImporting] = useState(false);
  const change = (name: string, value: string) => setParameters((before) => {
    const next = new URLSearchParams(before);
    if (value) next.set(name, value);
    else next.delete(name);
    if (name !== 'after' && name !== 'open') next.delete('after');
    return next;
  }, { replace: name === 'q' });
  const link = (id: string) => {
    const next = new URLSearchParams(parameters);
    next.set('open', id);
    return `?${next.toString()}`;
  };
  const users = list.data?.users ?? [];
  const open = get('open');
  const filtered = get('q') || get('state') || get('permission') || get('group');
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <Title order={1}>{t('people.users')}</Title>
        {list.data && <Text c="dimmed" className="tabular" role="status">{t('people.total', { count: list.data.total })}</Text>}
        <span className={classes.buttons}>
          <Menu position="bottom-end">
            <Menu.Target><Button variant="default" rightSection={<IconChevronDown size={15} />}>CSV</Button></Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<IconUpload size={16} />} onClick={() => setImporting(true)}>{t('people.import')}</Menu.Item>
              <Menu.Item leftSection={<IconDownload size={16} />} component="a" href={exportUrl} download>{t('people.export')}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
          <Button leftSection={<IconUserPlus size={17} />} onClick={() => change('open', 'new')}>{t('people.register')}</Button>
        </span>
      </div>
      <div className={classes.toolbar}>
        <Search value={get('q')} label={t('people.search')} onChange={(value) => change('q', value)} />
        <NativeSelect label={t('people.filterState')} value={get('state')} onChange={(e) => change('state', e.currentTarget.value)}
          data={[{ value: '', label: t('people.allStates') }, ...USER_STATES.map((one) => ({ value: one, label: t(`people.state.${one}`) }))]} />
        <NativeSelect label={t('people.permission')} value={get('permission')} onChange={(e) => change('permission', e.currentTarget.value)}
          data={[{ value: '', label: t('people.allPermissions') }, ...PERMISSIONS.map((one) => ({ value: one, label: t(`people.may.${one}`) }))]} />
        {phone && <NativeSelect label={t('people.group')} value={get('group')} onChange={(e) => change('group', e.currentTarget.value)}
          data={[{ value: '', label: t('people.allGroups') }, ...(groups.data ?? []).map((one) => ({ value: one.id, label: pathOf(one.path) }))]} />}
      </div>
      <div className={classes.beside}>
        {!phone && <GroupFilter groups={groups.data ?? []} value={get('group')} onChange={(value) => change('group', value)} />}
        <div className={classes.column}>
          {list.isError && !list.data ? <ErrorState error={list.error} onRetry={() => void list.refetch()} />
            : list.isPending ? <div className={classes.card}><LineSkeletons lines={6} height={26} /></div>
              : users.length === 0 ? (filtered
                ? <EmptyState icon={<IconSearchOff size={28} stroke={1.5} />} title={t('people.noResult')} action={<Button variant="default" onClick={() => setParameters({})}>{t('people.reset')}</Button>} />
                : <EmptyState icon={<IconUsers size={28} stroke={1.5} />} title={t('people.empty')}>{t('people.emptyText')}</EmptyState>)
                : phone ? <Cards users={users} link={link} /> : <UserTable users={users} link={link} dimmed={list.isPlaceholderData} open={open} />}
          {(get('after') || list.data?.next) && (
            <nav aria-label={t('people.pager')} className={classes.pager}>
              <Button variant="default" disabled={!get('after')} onClick={() => change('after', '')}>{t('people.first')}</Button>
              <Button variant="default" disabled={!list.data?.next} onClick={() => change('after', list.data?.next ?? '')}>{t('people.next')}</Button>
            </nav>
          )}
        </div>
      </div>
      <Drawer opened={open !== ''} onClose={() => change('open', '')} position="right" size={phone ? '100%' : 520}
        title={open === 'new' ? t('people.register') : t('people.user')} closeButtonProps={{ 'aria-label': t('action.close') }}>
        {open && <UserPane key={open} id={open} self={self} onOpen={(id) => change('open', id)} />}
      </Drawer>
      {importing && <ImportDialog onClose={() => setImporting(false)} />}
    </div>
  );
}

/** A field whose text is told a moment after it was typed; it follows what changes the value elsewhere. */
export function Search({ value, label, onChange }: { value: string; label: string; onChange: (value: string) => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState(value);
  const told = useRef(value);
  useEffect(() => {
    if (value === told.current) return;
    told.current = value;
    setText(value);
  }, [value]);
  const tell = (wanted: string) => {
    told.current = wanted;
    onChange(wanted);
  };
  const later = useDebouncedCallback(tell, 300);
  return (
    <TextInput type="search" className={classes.search} label={label} leftSection={<IconSearch size={16} />} value={text} maxLength={100}
      rightSection={text && <CloseButton size="sm" aria-label={t('search.clear')} onClick={() => { setText(''); tell(''); }} />}
      onChange={(e) => { setText(e.currentTarget.value); later(e.currentTarget.value.trim()); }} />
  );
}

function GroupFilter({ groups, value, onChange }: { groups: Group[]; value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation();
  const entry = (id: string, name: string, depth: number, members?: number) => (
    <li key={id}>
      <button type="button" className={classes.node} aria-pressed={value === id} style={{ paddingLeft: 12 + depth * 16 }} onClick={() => onChange(id)}>
        <span>{name}</span>{members !== undefined && <Text span c="dimmed" fz={12} className="tabular">{members}</Text>}
      </button>
    </li>
  );
  return (
    <nav aria-label={t('people.groups')} className={classes.tree}>
      <ul>
        {entry('', t('people.allGroups'), 0)}
        {groups.map((group) => entry(group.id, group.name, group.path.length - 1, group.members))}
      </ul>
    </nav>
  );
}

function UserTable({ users, link, dimmed, open }: { users: User[]; link: (id: string) => string; dimmed: boolean; open: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className={classes.card}>
      <div className={classes.scroller} data-dimmed={dimmed || undefined}>
        <table className={classes.table}>
          <colgroup><col style={{ width: 104 }} /><col style={{ width: 106 }} /><col style={{ width: '12%' }} /><col style={{ width: '21%' }} /><col style={{ width: '12%' }} /><col /><col style={{ width: 142 }} /></colgroup>
          <thead>
            <tr>{(['filterState', 'loginId', 'name', 'mail', 'group', 'permission', 'lastSignIn'] as const).map((name) => <th key={name} scope="col">{t(`people.${name}`)}</th>)}</tr>
          </thead>
          <tbody>
            {users.map((user) => {
              const groups = format.list(user.groups.map((place) => pathOf(place.path)));
              const may = format.list(user.permissions.map((one) => t(`people.may.${one}`)));
              return (
                <tr key={user.id} data-open={open === user.id || undefined}>
                  <td><UserStateBadge user={user} /></td>
                  <td className="tabular">{user.loginId}</td>
                  <td title={user.name}><Link to={link(user.id)} className={classes.link}>{user.name}</Link></td>
                  <td title={user.mail} className={classes.lines}><span>{user.mail}</span></td>
                  <td title={groups} className={classes.lines}><span>{groups || '–'}</span></td>
                  <td title={may} className={classes.lines}><span>{may || '–'}</span></td>
                  <td className="tabular">{user.lastSignIn ? format.time(user.lastSignIn) : '–'}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function Cards({ users, link }: { users: User[]; link: (id: string) => string }) {
  return (
    <ul className={classes.cards}>
      {users.map((user) => (
        <li key={user.id}>
          <Link to={link(user.id)} className={classes.cardLink}>
            <span className={classes.cardTop}><UserStateBadge user={user} /><Text span fz={13} c="dimmed" className="tabular">{user.loginId}</Text></span>
            <Text span fw={600}>{user.name}</Text>
            <span>{user.mail}</span>
            {user.groups[0] && <Text span fz={13} c="dimmed">{pathOf(user.groups[0].path)}</Text>}
          </Link>
        </li>
      ))}
    </ul>
  );
}
