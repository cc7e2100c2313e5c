import { Button, Group, Modal, Tabs, Text, Textarea, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState, LineSkeletons, ProblemText } from '../../ui/States';
import { toastSaved } from '../../ui/toasts';
import { useFormat } from '../../ui/useFormat';
import { changeTenant, createTenant, moveTenant, tenantQuery, type NewTenant, type Tenant, type TenantState } from './api';
import { SettingsForm } from './SettingsForm';
import { TenantForm } from './TenantForm';
import { TenantStateBadge } from './TenantStateBadge';
import { UsageView } from './UsageView';
import classes from './tenant.module.css';

/** A company, or the form for a new one. */
export function TenantPane({ id, own, onOpen }: { id: string; own: string; onOpen: (id: string) => void }) {
  return id === 'new' ? <NewCompany onOpen={onOpen} /> : <OneCompany id={id} own={own} />;
}

function useRefresh() {
  const client = useQueryClient();
  return (tenant: Tenant) => {
    client.setQueryData(tenantQuery(tenant.id).queryKey, tenant);
    void client.invalidateQueries({ queryKey: ['tenants'] });
    void client.invalidateQueries({ queryKey: ['usage'] });
  };
}

function NewCompany({ onOpen }: { onOpen: (id: string) => void }) {
  const { t } = useTranslation();
  const refresh = useRefresh();
  const create = useMutation({
    mutationFn: createTenant,
    onSuccess: (tenant, fields) => {
      refresh(tenant);
      toastSaved(t('tenant.created', { name: tenant.name, mail: fields.administrator.mail }));
      onOpen(tenant.id);
    },
  });
  return <TenantForm submit={t('tenant.create')} pending={create.isPending} error={create.error} onSubmit={(fields) => create.mutate(fields)} />;
}

function OneCompany({ id, own }: { id: string; own: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const refresh = useRefresh();
  const tenant = useQuery(tenantQuery(id));
  const save = useMutation({
    mutationFn: ({ before, fields }: { before: Tenant; fields: NewTenant }) =>
      changeTenant(before, { name: fields.name, plan: fields.plan, timeZone: fields.timeZone, ownNames: fields.ownNames, ownNumbers: fields.ownNumbers }),
    onSuccess: (fresh) => {
      refresh(fresh);
      toastSaved(t('tenant.saved', { name: fresh.name }));
    },
  });
  if (tenant.isPending) return <LineSkeletons lines={8} />;
  if (tenant.isError) return <ErrorState error={tenant.error} onRetry={() => void tenant.refetch()} />;
  const company = tenant.data;
  return (
    <>
      <div className={classes.paneHead}><Title order={2} fz={18}>{company.name}</Title><TenantStateBadge state={company.state} /></div>
      <dl className={classes.facts}>
        <dt>{t('tenant.code')}</dt><dd className="tabular">{company.code}</dd>
        <dt>{t('tenant.users')}</dt><dd className="tabular">{t('tenant.people', { count: company.users, number: format.number(company.users) })}</dd>
        <dt>{t('tenant.since')}</dt><dd className="tabular">{format.time(company.created)}</dd>
        {company.reason && <><dt>{t('tenant.reason')}</dt><dd>{company.reason}</dd></>}
      </dl>
      {company.id === own ? <Text c="dimmed" my="md">{t('tenant.own')}</Text> : <Moves tenant={company} onMoved={refresh} />}
      <Tabs defaultValue="base" keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="base">{t('tenant.base')}</Tabs.Tab>
          <Tabs.Tab value="usage">{t('tenant.usage')}</Tabs.Tab>
          <Tabs.Tab value="settings">{t('tenant.settings')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="base">
          <TenantForm key={company.version} tenant={company} submit={t('tenant.save')} pending={save.isPending} error={save.error} onSubmit={(fields) => save.mutate({ before: company, fields })} />
        </Tabs.Panel>
        <Tabs.Panel value="usage"><UsageView whose={company.id} order={3} /></Tabs.Panel>
        <Tabs.Panel value="settings"><SettingsForm whose={company.id} withRules /></Tabs.Panel>
      </Tabs>
    </>
  );
}

const MOVES: Record<TenantState, TenantState[]> = { ACTIVE: ['SUSPENDED', 'CLOSED'], SUSPENDED: ['ACTIVE', 'CLOSED'], CLOSED: ['ACTIVE'] };

/** Shutting a company and opening it again, each with a reason. */
function Moves({ tenant, onMoved }: { tenant: Tenant; onMoved: (tenant: Tenant) => void }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<TenantState | null>(null);
  const [reason, setReason] = useState('');
  const move = useMutation({
    mutationFn: (state: TenantState) => moveTenant(tenant, state, reason.trim()),
    onSuccess: (fresh) => {
      setAsking(null);
      toastSaved(t(`tenant.moved.${fresh.state}`, { name: fresh.name }));
      onMoved(fresh);
    },
  });
  const ask = (state: TenantState) => {
    move.reset();
    setReason('');
    setAsking(state);
  };
  return (
    <Group gap={8} my="md">
      {MOVES[tenant.state].map((state) => (
        <Button key={state} size="compact-md" {...(state === 'CLOSED' ? { color: 'red', variant: 'light' } : { variant: 'default' })} onClick={() => ask(state)}>{t(`tenant.move.${state}`)}</Button>
      ))}
      {asking && (
        <Modal opened onClose={() => setAsking(null)} title={t(`tenant.ask.${asking}.title`, { name: tenant.name })} closeButtonProps={{ 'aria-label': t('action.close') }}>
          <Text mb="md">{t(`tenant.ask.${asking}.text`)}</Text>
          <Textarea mb="md" label={t('tenant.reason')} description={t('tenant.reasonText')} autosize minRows={2} maxRows={6} maxLength={500} value={reason} onChange={(e) => setReason(e.currentTarget.value)} />
          {move.isError && <Text c="var(--bad)" mb="md" role="alert"><ProblemText error={move.error} /></Text>}
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setAsking(null)} data-autofocus>{t('action.cancel')}</Button>
            <Button {...(asking !== 'ACTIVE' && { color: 'red.8' })} loading={move.isPending} onClick={() => move.mutate(asking)}>{t(`tenant.move.${asking}`)}</Button>
          </Group>
        </Modal>
      )}
    </Group>
  );
}
