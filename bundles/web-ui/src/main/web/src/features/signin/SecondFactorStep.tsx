import { Alert, Button, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Entry } from '../../api/model';
import { addFirstTotp, answerSecondFactor, startFirstTotp } from '../../api/queries';
import { CodeInput } from '../../ui/CodeInput';
import { RecoveryCodes } from '../../ui/RecoveryCodes';
import { ProblemText } from '../../ui/States';
import { TotpEnrolment } from '../../ui/TotpEnrolment';
import { useTitle } from '../../ui/useTitle';

/** A code of the second factor is asked for; whoever has none, and needs one, adds it here. */
export function SecondFactorStep({ entry, onEntry }: { entry: Entry; onEntry: (entry: Entry) => void }) {
  return entry.waitingFor?.hasFactor ? <Code onEntry={onEntry} /> : <Enrolment onEntry={onEntry} />;
}

function Code({ onEntry }: { onEntry: (entry: Entry) => void }) {
  const { t } = useTranslation();
  useTitle(t('factor.title'));
  const [code, setCode] = useState('');
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const answer = useMutation({ mutationFn: () => answerSecondFactor(code), onSuccess: onEntry, onError: () => input.current?.select() });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!answer.isPending) answer.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Title order={1} mb={4}>{t('factor.title')}</Title>
      <Text c="dimmed" mb="lg">{t('factor.lead')}</Text>
      <Stack gap="md">
        {answer.isError && (
          <Alert color="red" variant="light" icon={<IconAlertTriangle size={18} />} role="alert">
            <Text c="var(--mantine-color-text)"><ProblemText error={answer.error} /></Text>
          </Alert>
        )}
        <CodeInput ref={input} label={t('factor.code')} description={t('factor.orRecovery')} value={code} onCode={setCode} size="md" />
        <Button type="submit" size="md" loading={answer.isPending} disabled={code.trim().length < 6} fullWidth>{t('factor.go')}</Button>
      </Stack>
    </form>
  );
}

function Enrolment({ onEntry }: { onEntry: (entry: Entry) => void }) {
  const { t } = useTranslation();
  useTitle(t('factor.addTitle'));
  const [enrolled, setEnrolled] = useState<{ session: Entry; recoveryCodes: string[] } | null>(null);
  return (
    <>
      <Title order={1} mb={4}>{enrolled ? t('factor.codesTitle') : t('factor.addTitle')}</Title>
      {enrolled
        ? <RecoveryCodes codes={enrolled.recoveryCodes} onDone={() => onEntry(enrolled.session)} />
        : <><Text c="dimmed" mb="lg">{t('factor.requiredLead')}</Text><TotpEnrolment start={startFirstTotp} add={addFirstTotp} onAdded={setEnrolled} /></>}
    </>
  );
}
