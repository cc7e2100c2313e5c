import { Alert, Button, Divider, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconKey } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Entry } from '../../api/model';
import { addFirstPasskey, addFirstTotp, answerByPasskey, answerSecondFactor, startFirstPasskey, startFirstTotp, startPasskeyAnswer } from '../../api/queries';
import { CodeInput } from '../../ui/CodeInput';
import { NewPasskey } from '../../ui/NewPasskey';
import { hasPasskeys, signWithPasskey } from '../../ui/passkeys';
import { RecoveryCodes } from '../../ui/RecoveryCodes';
import { ProblemText } from '../../ui/States';
import { TotpEnrolment } from '../../ui/TotpEnrolment';
import { useTitle } from '../../ui/useTitle';

/** A code of the second factor is asked for; whoever has none, and needs one, adds it here. */
export function SecondFactorStep({ entry, onEntry }: { entry: Entry; onEntry: (entry: Entry) => void }) {
  const waiting = entry.waitingFor;
  return waiting?.hasFactor ? <Code app={waiting.hasApp} passkey={waiting.hasPasskey && hasPasskeys()} onEntry={onEntry} /> : <Enrolment onEntry={onEntry} />;
}

function Code({ app, passkey, onEntry }: { app: boolean; passkey: boolean; onEntry: (entry: Entry) => void }) {
  const { t } = useTranslation();
  useTitle(t('factor.title'));
  const [code, setCode] = useState('');
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const answer = useMutation({
    mutationFn: async (way: 'code' | 'passkey') => (way === 'code' ? answerSecondFactor(code) : answerByPasskey(await signWithPasskey(startPasskeyAnswer))),
    onSuccess: onEntry,
    onError: (_, way) => way === 'code' && input.current?.select(),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!answer.isPending) answer.mutate('code');
  };
  return (
    <form onSubmit={submit}>
      <Title order={1} mb={4}>{app ? t('factor.title') : t('passkey.stepTitle')}</Title>
      <Text c="dimmed" mb="lg">{app ? t('factor.lead') : t('passkey.stepLead')}</Text>
      <Stack gap="md">
        {answer.isError && (
          <Alert color="red" variant="light" icon={<IconAlertTriangle size={18} />} role="alert">
            <Text c="var(--mantine-color-text)"><ProblemText error={answer.error} /></Text>
          </Alert>
        )}
        {passkey && (
          <>
            <Button variant={app ? 'default' : 'filled'} size="md" leftSection={<IconKey size={18} />} loading={answer.isPending && answer.variables === 'passkey'} onClick={() => answer.mutate('passkey')} fullWidth>{t('passkey.use')}</Button>
            <Divider label={t('passkey.or')} />
          </>
        )}
        <CodeInput ref={input} label={app ? t('factor.code') : t('passkey.recoveryCode')} description={app ? t('factor.orRecovery') : t('passkey.orRecovery')} value={code} onCode={setCode} size="md" />
        <Button type="submit" size="md" variant={app ? 'filled' : 'default'} loading={answer.isPending && answer.variables === 'code'} disabled={code.trim().length < 6} fullWidth>{t('factor.go')}</Button>
      </Stack>
    </form>
  );
}

function Enrolment({ onEntry }: { onEntry: (entry: Entry) => void }) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<'app' | 'passkey'>('app');
  const [enrolled, setEnrolled] = useState<{ session: Entry; recoveryCodes: string[] } | null>(null);
  const title = enrolled ? t('factor.codesTitle') : kind === 'app' ? t('factor.addTitle') : t('passkey.add');
  useTitle(title);
  const other = kind === 'app' ? 'passkey' : 'app';
  return (
    <>
      <Title order={1} mb={4}>{title}</Title>
      {enrolled ? <RecoveryCodes codes={enrolled.recoveryCodes} onDone={() => onEntry(enrolled.session)} /> : (
        <>
          <Text c="dimmed" mb="lg">{t('factor.requiredLead')}</Text>
          {kind === 'app'
            ? <TotpEnrolment start={startFirstTotp} add={addFirstTotp} onAdded={setEnrolled} />
            : <NewPasskey start={startFirstPasskey} add={addFirstPasskey} onAdded={setEnrolled} />}
          {hasPasskeys() && <Button mt="md" variant="subtle" onClick={() => setKind(other)} fullWidth>{other === 'app' ? t('passkey.appInstead') : t('passkey.passkeyInstead')}</Button>}
        </>
      )}
    </>
  );
}
