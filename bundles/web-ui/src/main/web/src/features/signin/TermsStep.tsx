import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Entry, Terms } from '../../api/model';
import { agreeToTerms, termsQuery } from '../../api/queries';
import { ErrorState, LineSkeletons, ProblemText } from '../../ui/States';
import { useTitle } from '../../ui/useTitle';
import classes from './SignInPage.module.css';

/** Terms are agreed to, one document after the other; a new version asks again. */
export function TermsStep({ entry, onEntry, onRefuse }: { entry: Entry; onEntry: (entry: Entry) => void; onRefuse: () => void }) {
  // Each consent gives a fresh session: what is left is asked for anew.
  const terms = useQuery(termsQuery(entry.csrfToken));
  if (terms.isPending) return <LineSkeletons lines={4} />;
  if (terms.isError) return <ErrorState error={terms.error} onRetry={() => void terms.refetch()} />;
  const next = terms.data[0];
  return next ? <Document key={next.document} terms={next} onEntry={onEntry} onRefuse={onRefuse} onChanged={() => void terms.refetch()} /> : null;
}

function Document({ terms, onEntry, onRefuse, onChanged }: { terms: Terms; onEntry: (entry: Entry) => void; onRefuse: () => void; onChanged: () => void }) {
  const { t } = useTranslation();
  const title = { PLATFORM: t('terms.platform'), ACCESS: t('terms.access'), APPLICATION: t('terms.application') }[terms.document];
  useTitle(title);
  const [read, setRead] = useState(terms.document !== 'APPLICATION');
  const box = useRef<HTMLDivElement>(null);
  const look = () => {
    const { current } = box;
    if (current && current.scrollTop + current.clientHeight >= current.scrollHeight - 4) setRead(true);
  };
  // A text that fits is read to its end already.
  useEffect(look, []);
  const agree = useMutation({ mutationFn: () => agreeToTerms(terms.document, terms.version), onSuccess: onEntry, onError: onChanged });
  return (
    <>
      <Title order={1} mb={4}>{title}</Title>
      <Text fz="sm" c="dimmed" mb="md">{t('terms.version', { version: terms.version })}</Text>
      {agree.isError && (
        <Alert color="red" variant="light" icon={<IconAlertTriangle size={18} />} role="alert" mb="md">
          <Text c="var(--mantine-color-text)"><ProblemText error={agree.error} /></Text>
        </Alert>
      )}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the text must be scrolled by keyboard, too */}
      <div ref={box} className={classes.terms} onScroll={look} tabIndex={0} role="region" aria-label={title}>
        {terms.text.split('\n').map((line, i) => line.startsWith('#')
          ? <Title key={i} order={2} fz={15} mt={i === 0 ? 0 : 'sm'} mb={4}>{line.replace(/^#\s*/, '')}</Title>
          : <Text key={i} fz="sm" mb={6}>{line}</Text>)}
      </div>
      <Stack gap="sm" mt="md">
        {!read && <Text fz="sm" c="dimmed" role="status">{t('terms.readOn')}</Text>}
        <Group grow>
          <Button variant="default" onClick={onRefuse}>{t('terms.refuse')}</Button>
          <Button onClick={() => agree.mutate()} loading={agree.isPending} disabled={!read}>{t('terms.agree')}</Button>
        </Group>
      </Stack>
    </>
  );
}
