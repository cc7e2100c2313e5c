import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { browserName } from './browser';
import { createPasskey, type PasskeyOptions } from './passkeys';
import { ProblemText } from './States';

/** A passkey is given a name and made. */
export function NewPasskey<T>({ start, add, onAdded }: { start: () => Promise<PasskeyOptions>; add: (name: string, credential: object) => Promise<T>; onAdded: (answer: T) => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState(browserName(navigator.userAgent) ?? '');
  const make = useMutation({ mutationFn: async () => add(name.trim(), await createPasskey(start)), onSuccess: onAdded });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() && !make.isPending) make.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <Text>{t('passkey.addText')}</Text>
        {make.isError && <Text c="var(--bad)" role="alert"><ProblemText error={make.error} /></Text>}
        <TextInput label={t('passkey.name')} description={t('passkey.nameText')} required maxLength={100} value={name} onChange={(e) => setName(e.currentTarget.value)} autoComplete="off" data-autofocus />
        <Button type="submit" size="md" loading={make.isPending} disabled={!name.trim()} fullWidth>{t('passkey.make')}</Button>
      </Stack>
    </form>
  );
}
