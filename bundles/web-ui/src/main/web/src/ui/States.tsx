import { Alert, Button, Center, Code, Group, Loader, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconInbox, IconRefresh } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/http';
import { errorText } from '../locales';
import ui from './ui.module.css';

/** A problem in the person's language; the code stands small behind it. */
export function useProblemText() {
  const { t } = useTranslation();
  return (error: unknown): { text: string; code: string | null } => {
    if (!(error instanceof Problem)) return { text: t('error.unexpected'), code: null };
    const text = errorText(error.code, error.details) ?? (error.detail || t('error.unexpected'));
    return { text, code: error.code };
  };
}

export function ProblemText({ error }: { error: unknown }) {
  const { text, code } = useProblemText()(error);
  return (
    <>
      {text}
      {code && <Text span c="dimmed" fz={12} ml={6}>({code})</Text>}
    </>
  );
}

export function ErrorState({ error, onRetry, title }: { error: unknown; onRetry?: () => void; title?: string }) {
  const { t } = useTranslation();
  return (
    <Alert color="red" variant="light" icon={<IconAlertTriangle size={20} />} title={title ?? t('error.title')} role="alert" m="md">
      <Stack gap="sm" align="flex-start">
        <Text c="var(--mantine-color-text)"><ProblemText error={error} /></Text>
        {onRetry && <Button variant="default" leftSection={<IconRefresh size={16} />} onClick={onRetry}>{t('action.tryAgain')}</Button>}
      </Stack>
    </Alert>
  );
}

export function EmptyState({ icon, title, children, action, order = 2 }: { icon?: ReactNode; title: string; children?: ReactNode; action?: ReactNode; order?: 1 | 2 }) {
  return (
    <Center py={56} px="md">
      <Stack align="center" gap="xs" maw={460} ta="center">
        <Center w={56} h={56} c="dimmed" bg="var(--quiet-soft)" style={{ borderRadius: '50%' }}>{icon ?? <IconInbox size={28} stroke={1.5} />}</Center>
        <Title order={order} fz={16}>{title}</Title>
        {children && <Text c="dimmed" className={ui.even}>{children}</Text>}
        {action && <Group mt="xs">{action}</Group>}
      </Stack>
    </Center>
  );
}

export function PageLoading() {
  const { t } = useTranslation();
  return <Center h="60vh"><Loader aria-label={t('state.loading')} /></Center>;
}

export function LineSkeletons({ lines, height = 36 }: { lines: number; height?: number }) {
  const { t } = useTranslation();
  return (
    <Stack gap={10} p="md" role="status" aria-label={t('state.loading')}>
      {Array.from({ length: lines }, (_, i) => <Skeleton key={i} height={height} radius="sm" />)}
    </Stack>
  );
}

export const SmallCode = ({ children }: { children: ReactNode }) => <Code fz={12}>{children}</Code>;
