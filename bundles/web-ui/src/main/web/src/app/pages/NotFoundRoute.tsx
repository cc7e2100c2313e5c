import { Button } from '@mantine/core';
import { IconMapOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from '../../ui/States';
import { useTitle } from '../../ui/useTitle';

export function Page() {
  const { t } = useTranslation();
  useTitle(t('notFound.title'));
  return (
    <EmptyState order={1} icon={<IconMapOff size={28} stroke={1.5} />} title={t('notFound.title')} action={<Button component={Link} to="/">{t('notFound.home')}</Button>}>
      {t('notFound.text')}
    </EmptyState>
  );
}
