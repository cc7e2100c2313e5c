import { Button, CloseButton, Drawer, NativeSelect, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconBuilding, IconBuildingPlus, IconSearch, IconSearchOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { EmptyState, ErrorState, LineSkeletons } from '../../ui/States';
import { useFormat } from '../../ui/useFormat';
import { useScreen } from '../../ui/useScreen';
import { useTitle } from '../../ui/useTitle';
import { TENANT_STATES, plansQuery, tenantsQuery, type Tenant } from './api';
import { TenantPane } from './TenantPane';
import { TenantStateBadge } from './TenantStateBadge';
import classes from './tenant.module.css';

/** 運営 → 企業. Conditions, page and the open company are in the address. */
export function TenantsPage({ own }: { own: string }) {
  const { t } = useTranslation();
  useTitle(t('tenant.companies'));
  const { label } = useFormat();
  const phone = useScreen('(max-width: 48em)');
  const [parameters, setParameters] = useSearchParams();
  const get = (name: string) => parameters.get(name) ?? '';
  const asked = new URLSearchParams();
  for (const [name, as] of [['q', 'q'], ['state', 'state'], ['plan', 'plan'], ['after', 'cursor']] as const) if (get(name)) asked.set(as, get(name));
  const list = useQuery(tenantsQuery(asked.toString()));
  const { data: tiers = [] } = useQuery(plansQuery);
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
  const planName = (id: string) => {
    const tier = tiers.find((one) => one.id === id);
    return tier ? label(tier.label) : id;
  };
  const tenants = list.data?.tenants ?? [];
  const open = get('open');
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <Title order={1}>{t('tenant.companies')}</Title>
        {list.data && <Text c="dimmed" className="tabular" role="status">{t('tenant.total', { count: list.data.total })}</Text>}
        <Button leftSection={<IconBuildingPlus size={17} />} onClick={() => change('open', 'new')}>{t('tenant.new')}</Button>
      </div>
      <div className={classes.toolbar}>
        <Search key={get('q') ? 'some' : 'none'} value={get('q')} onChange={(value) => change('q', value)} />
        <NativeSelect label={t('tenant.stateHead')} value={get('state')} onChange={(e) => change('state', e.currentTarget.value)}
          data={[{ value: '', label: t('tenant.allStates') }, ...TENANT_STATES.map((one) => ({ value: one, label: t(`tenant.state.${one}`) }))]} />
        <NativeSelect label={t('tenant.plan')} value={get('plan')} onChange={(e) => change('plan', e.currentTarget.value)}
          data={[{ value: '', label: t('tenant.allPlans') }, ...tiers.map((tier) => ({ value: tier.id, label: label(tier.label) }))]} />
      </div>
      {list.isError && !list.data ? <ErrorState error={list.error} onRetry={() => void list.refetch()} />
        : list.isPending ? <div className={classes.card}><LineSkeletons lines={6} height={26} /></div>
          : tenants.length === 0 ? (get('q') || get('state') || get('plan')
            ? <EmptyState icon={<IconSearchOff size={28} stroke={1.5} />} title={t('people.noResult')} action={<Button variant="default" onClick={() => setParameters({})}>{t('people.reset')}</Button>} />
            : <EmptyState icon={<IconBuilding size={28} stroke={1.5} />} title={t('tenant.none')} />)
            : phone ? <Cards tenants={tenants} link={link} planName={planName} /> : <Rows tenants={tenants} link={link} planName={planName} open={open} dimmed={list.isPlaceholderData} />}
      {(get('after') || list.data?.next) && (
        <nav aria-label={t('tenant.pager')} className={classes.pager}>
          <Button variant="default" disabled={!get('after')} onClick={() => change('after', '')}>{t('people.first')}</Button>
          <Button variant="default" disabled={!list.data?.next} onClick={() => change('after', list.data?.next ?? '')}>{t('people.next')}</Button>
        </nav>
      )}
      <Drawer opened={open !== ''} onClose={() => change('open', '')} position="right" size={phone ? '100%' : 560}
        title={open === 'new' ? t('tenant.new') : t('tenant.company')} closeButtonProps={{ 'aria-label': t('action.close') }}>
        {open && <TenantPane key={open} id={open} own={own} onOpen={(id) => change('open', id)} />}
      </Drawer>
    </div>
  );
}

function Search({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState(value);
  const later = useDebouncedCallback(onChange, 300);
  return (
    <TextInput type="search" className={classes.search} label={t('tenant.search')} leftSection={<IconSearch size={16} />} value={text} maxLength={100}
      rightSection={text && <CloseButton size="sm" aria-label={t('search.clear')} onClick={() => { setText(''); onChange(''); }} />}
      onChange={(e) => { setText(e.currentTarget.value); later(e.currentTarget.value.trim()); }} />
  );
}

type ListProps = { tenants: Tenant[]; link: (id: string) => string; planName: (id: string) => string };

function Rows({ tenants, link, planName, open, dimmed }: ListProps & { open: string; dimmed: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className={classes.card}>
      <div className={classes.scroller} data-dimmed={dimmed || undefined}>
        <table className={classes.table}>
          <colgroup><col style={{ width: 110 }} /><col style={{ width: 150 }} /><col /><col style={{ width: 140 }} /><col style={{ width: 100 }} /><col style={{ width: 150 }} /></colgroup>
          <thead>
            <tr>
              <th scope="col">{t('tenant.stateHead')}</th><th scope="col">{t('tenant.code')}</th><th scope="col">{t('tenant.name')}</th>
              <th scope="col">{t('tenant.plan')}</th><th scope="col" data-right>{t('tenant.users')}</th><th scope="col">{t('tenant.since')}</th>
            </tr>
          </thead>
          <tbody>
            {tenants.map((tenant) => (
              <tr key={tenant.id} data-open={open === tenant.id || undefined}>
                <td><TenantStateBadge state={tenant.state} /></td>
                <td className="tabular">{tenant.code}</td>
                <td title={tenant.name}><Link to={link(tenant.id)} className={classes.link}>{tenant.name}</Link></td>
                <td>{planName(tenant.plan)}</td>
                <td className="tabular" data-right>{format.number(tenant.users)}</td>
                <td className="tabular">{format.time(tenant.created)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function Cards({ tenants, link, planName }: ListProps) {
  const { t } = useTranslation();
  const { number } = useFormat();
  return (
    <ul className={classes.cards}>
      {tenants.map((tenant) => (
        <li key={tenant.id}>
          <Link to={link(tenant.id)} className={classes.cardLink}>
            <span className={classes.cardTop}><TenantStateBadge state={tenant.state} /><Text span fz={13} c="dimmed" className="tabular">{tenant.code}</Text></span>
            <Text span fw={600}>{tenant.name}</Text>
            <Text span fz={13} c="dimmed">{planName(tenant.plan)}・{t('tenant.people', { count: tenant.users, number: number(tenant.users) })}</Text>
          </Link>
        </li>
      ))}
    </ul>
  );
}
