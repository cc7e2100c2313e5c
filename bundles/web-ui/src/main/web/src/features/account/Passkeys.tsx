import { Button, Group, Modal, Text, TextInput } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { NewPasskey } from '../../ui/NewPasskey';
import { RecoveryCodes } from '../../ui/RecoveryCodes';
import { ErrorState, LineSkeletons, ProblemText } from '../../ui/States';
import { toastSaved } from '../../ui/toasts';
import { useFormat } from '../../ui/useFormat';
import classes from './account.module.css';
import { addPasskey, factorsQuery, passkeysQuery, removePasskey, renamePasskey, startPasskey, type Passkey } from './api';
import { useConfirmedChange } from '../../ui/useConfirmedChange';

type Shown = { what: 'add' } | { what: 'codes'; codes: string[] } | { what: 'rename' | 'remove'; passkey: Passkey } | null;

/** The passkeys of the user: added, named, removed. */
export function Passkeys() {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const passkeys = useQuery(passkeysQuery);
  const [shown, setShown] = useState<Shown>(null);
  const refresh = () => Promise.all([passkeysQuery.queryKey, factorsQuery.queryKey, ['session']].map((queryKey) => client.invalidateQueries({ queryKey })));
  const { change, question } = useConfirmedChange(() => void refresh());
  const close = () => setShown(null);
  // Asked for here already, so that the question who sits there comes before the name is typed.
  const add = () => change(async () => {
    await startPasskey();
    setShown({ what: 'add' });
  });
  const remove = (passkey: Passkey) => change(async () => {
    close();
    await removePasskey(passkey.id);
    toastSaved(t('passkey.removed', { name: passkey.name }));
  });
  if (passkeys.isPending) return <LineSkeletons lines={2} />;
  if (passkeys.isError) return <ErrorState error={passkeys.error} onRetry={() => void passkeys.refetch()} />;
  const label = { 'aria-label': t('action.close') };
  return (
    <>
      {passkeys.data.length > 0 && (
        <ul className={classes.sessions} aria-label={t('passkey.title')}>
          {passkeys.data.map((passkey) => (
            <li key={passkey.id} className={classes.session}>
              <div>
                <Group gap={8} wrap="nowrap"><IconKey size={16} aria-hidden /><Text fw={600} style={{ overflowWrap: 'anywhere' }}>{passkey.name}</Text></Group>
                <Text fz="sm" c="dimmed" className="tabular">
                  {t('passkey.added', { time: format.time(passkey.created) })} · {passkey.lastUsed ? t('passkey.lastUsed', { time: format.time(passkey.lastUsed) }) : t('passkey.neverUsed')}
                </Text>
              </div>
              <Group gap={4}>
                <Button size="compact-sm" variant="subtle" aria-label={t('passkey.renameNamed', { name: passkey.name })} onClick={() => setShown({ what: 'rename', passkey })}>{t('passkey.rename')}</Button>
                <Button size="compact-sm" variant="subtle" color="red.8" className={classes.danger} aria-label={t('passkey.removeNamed', { name: passkey.name })} onClick={() => setShown({ what: 'remove', passkey })}>{t('passkey.remove')}</Button>
              </Group>
            </li>
          ))}
        </ul>
      )}
      <Button mt="xs" variant={passkeys.data.length ? 'default' : 'filled'} onClick={() => void add()}>{t('passkey.add')}</Button>
      <Modal opened={shown?.what === 'add'} onClose={close} title={t('passkey.add')} closeButtonProps={label} closeOnClickOutside={false}>
        <NewPasskey start={startPasskey} add={addPasskey} onAdded={({ recoveryCodes }) => {
          setShown(recoveryCodes.length ? { what: 'codes', codes: recoveryCodes } : null);
          toastSaved(t('passkey.isAdded'));
          void refresh();
        }} />
      </Modal>
      <Modal opened={shown?.what === 'codes'} onClose={close} title={t('factor.codesTitle')} closeButtonProps={label} closeOnClickOutside={false} closeOnEscape={false}>
        {shown?.what === 'codes' && <RecoveryCodes codes={shown.codes} onDone={close} />}
      </Modal>
      <Modal opened={shown?.what === 'rename'} onClose={close} title={t('passkey.renameTitle')} closeButtonProps={label}>
        {shown?.what === 'rename' && <Rename passkey={shown.passkey} onDone={() => {
          close();
          void refresh();
        }} />}
      </Modal>
      <Modal opened={shown?.what === 'remove'} onClose={close} title={t('passkey.removeTitle')} closeButtonProps={label}>
        {shown?.what === 'remove' && (
          <>
            <Text mb="md">{t('passkey.removeText', { name: shown.passkey.name })}</Text>
            <Group justify="flex-end">
              <Button variant="default" onClick={close} data-autofocus>{t('action.cancel')}</Button>
              <Button color="red.8" onClick={() => void remove(shown.passkey)}>{t('passkey.remove')}</Button>
            </Group>
          </>
        )}
      </Modal>
      {question}
    </>
  );
}

function Rename({ passkey, onDone }: { passkey: Passkey; onDone: () => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState(passkey.name);
  const save = useMutation({ mutationFn: () => renamePasskey(passkey.id, name.trim()), onSuccess: onDone });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() && !save.isPending) save.mutate();
  };
  return (
    <form onSubmit={submit}>
      <TextInput label={t('passkey.name')} required maxLength={100} value={name} onChange={(e) => setName(e.currentTarget.value)} autoComplete="off" data-autofocus error={save.isError ? <ProblemText error={save.error} /> : null} mb="md" />
      <Group justify="flex-end">
        <Button variant="default" onClick={onDone}>{t('action.cancel')}</Button>
        <Button type="submit" loading={save.isPending} disabled={!name.trim()}>{t('passkey.save')}</Button>
      </Group>
    </form>
  );
}
