import { Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ErrorState, LineSkeletons } from '../../ui/States';
import { useTitle } from '../../ui/useTitle';
import { PLUGIN_KINDS, pluginsQuery } from './api';
import classes from './tenant.module.css';

/** 運営 → プラグイン: what runs now, by what it is for. */
export function PluginsPage() {
  const { t } = useTranslation();
  useTitle(t('tenant.plugins'));
  const plugins = useQuery({ ...pluginsQuery, refetchInterval: 10_000 });
  return (
    <div className={classes.page}>
      <Title order={1}>{t('tenant.plugins')}</Title>
      <Text c="dimmed">{t('tenant.pluginsLead')}</Text>
      {plugins.isPending ? <LineSkeletons lines={6} />
        : plugins.isError ? <ErrorState error={plugins.error} onRetry={() => void plugins.refetch()} />
          : PLUGIN_KINDS.map((kind) => {
            const found = plugins.data.filter((plugin) => plugin.kind === kind);
            return (
              <section key={kind} className={classes.section}>
                <Title order={2} fz={16} mb={8}>{t(`tenant.kind.${kind}`)}</Title>
                {found.length === 0 ? <Text c="dimmed">{t('tenant.noPlugin')}</Text> : (
                  <ul className={classes.plugins}>
                    {found.map((plugin) => (
                      <li key={`${plugin.bundle} ${plugin.component}`}>
                        <Text span fw={500}>{plugin.bundle}</Text>
                        <Text span className="tabular" c="dimmed">{plugin.version}</Text>
                        {plugin.component && <Text span fz={13} c="dimmed">{plugin.component.split('.').at(-1)}</Text>}
                      </li>
                    ))}
                  </ul>
                )}
              </section>
            );
          })}
    </div>
  );
}
