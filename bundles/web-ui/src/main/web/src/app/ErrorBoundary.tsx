import { Button, Center, Stack, Text, Title } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRouteError } from 'react-router';

export function Broken() {
  const { t } = useTranslation();
  return (
    <Center mih="70vh" p="md" role="alert">
      <Stack align="center" maw={440} ta="center">
        <Title order={1}>{t('error.brokenTitle')}</Title>
        <Text c="dimmed">{t('error.brokenText')}</Text>
        <Button onClick={() => window.location.reload()}>{t('action.reload')}</Button>
      </Stack>
    </Center>
  );
}

/** A chunk of an older build that is gone shows here too; loading anew brings the present one. */
export function RouteBroken() {
  useRouteError();
  return <Broken />;
}

export class ErrorBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };
  static getDerivedStateFromError() {
    return { broken: true };
  }
  override render() {
    return this.state.broken ? <Broken /> : this.props.children;
  }
}
