import { Box, Button, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { QRCodeSVG } from 'qrcode.react';
import { useEffect, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { CodeInput } from './CodeInput';
import { ErrorState, LineSkeletons, ProblemText, SmallCode } from './States';

/** An authenticator app is added: its QR code is scanned, and a code that it shows proves it. The seed lives in this page only. */
export function TotpEnrolment<T>({ start, add, onAdded }: { start: () => Promise<{ secret: string; uri: string }>; add: (code: string) => Promise<T>; onAdded: (answer: T) => void }) {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  const begin = useMutation({ mutationFn: start });
  const { mutate } = begin;
  useEffect(() => mutate(), [mutate]);
  const finish = useMutation({ mutationFn: () => add(code), onSuccess: onAdded });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!finish.isPending) finish.mutate();
  };
  if (begin.isError) return <ErrorState error={begin.error} onRetry={() => mutate()} />;
  if (!begin.data) return <LineSkeletons lines={3} />;
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <Text>{t('factor.scan')}</Text>
        <Box p={16} bg="#fff" w="fit-content" mx="auto" style={{ borderRadius: 8 }}>
          <QRCodeSVG value={begin.data.uri} size={192} level="M" title={t('factor.qr')} role="img" aria-label={t('factor.qr')} />
        </Box>
        <div>
          <Text fz="sm" c="dimmed">{t('factor.typed')}</Text>
          <SmallCode>{begin.data.secret.replace(/(.{4})(?=.)/g, '$1 ')}</SmallCode>
        </div>
        <CodeInput label={t('factor.shownCode')} inputMode="numeric" value={code} onCode={setCode} size="md" error={finish.isError ? <ProblemText error={finish.error} /> : null} />
        <Button type="submit" size="md" loading={finish.isPending} disabled={code.trim().length < 6} fullWidth>{t('factor.add')}</Button>
      </Stack>
    </form>
  );
}
