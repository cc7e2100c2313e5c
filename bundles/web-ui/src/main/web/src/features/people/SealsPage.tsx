import { Button, Checkbox, FileInput, Modal, Group as Row, SegmentedControl, Stack, Switch, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconLock, IconRubberStamp, IconUpload } from '@tabler/icons-react';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState, ErrorState, LineSkeletons, ProblemText } from '../../ui/States';
import { DateField } from '../../ui/DateField';
import { toastSaved } from '../../ui/toasts';
import { useFormat } from '../../ui/useFormat';
import { useTitle } from '../../ui/useTitle';
import { drawSeal, previewSeal, removeSeal, sealImage, sealsQuery, uploadSeal, type Drawing, type Seal } from './own';
import classes from './people.module.css';

/** 印影: one's own seals, drawn from the name or uploaded. */
export function SealsPage({ name }: { name: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  useTitle(t('people.seals'));
  const client = useQueryClient();
  const seals = useQuery(sealsQuery);
  const [removing, setRemoving] = useState<Seal | null>(null);
  const refresh = () => client.invalidateQueries({ queryKey: ['seals'] });
  const remove = useMutation({
    mutationFn: (seal: Seal) => removeSeal(seal.id),
    onSuccess: (_, seal) => {
      setRemoving(null);
      toastSaved(t('people.sealRemoved', { name: seal.name }));
      void refresh();
    },
  });
  return (
    <div className={classes.page}>
      <Title order={1}>{t('people.seals')}</Title>
      <Text c="dimmed">{t('people.sealsLead')}</Text>
      {seals.isPending ? <LineSkeletons lines={3} height={60} /> : seals.isError ? <ErrorState error={seals.error} onRetry={() => void seals.refetch()} />
        : seals.data.length === 0 ? <EmptyState icon={<IconRubberStamp size={28} stroke={1.5} />} title={t('people.noSeals')}>{t('people.noSealsText')}</EmptyState> : (
          <ul className={classes.seals}>
            {seals.data.map((seal) => (
              <li key={seal.id}>
                <img src={sealImage(seal.id)} alt={t('people.sealOf', { name: seal.name })} width={96} height={96} />
                <div>
                  <Text fw={600}>{seal.name}</Text>
                  <Text c="dimmed" fz={13}>{seal.approved ? <><IconLock size={14} aria-hidden style={{ verticalAlign: -2 }} /> {t('people.sealApproved', { name: seal.approvedBy ?? '–', time: format.time(seal.approved) })}</> : t('people.sealDraft')}</Text>
                  <Button mt={6} size="compact-sm" variant="default" aria-label={t('people.removeSeal', { name: seal.name })} onClick={() => { remove.reset(); setRemoving(seal); }}>{t('people.action.delete')}</Button>
                </div>
              </li>
            ))}
          </ul>
        )}
      <Draw name={name} onDone={refresh} />
      <Upload onDone={refresh} />
      {removing && (
        <Modal opened onClose={() => setRemoving(null)} title={t('people.removeSealTitle', { name: removing.name })} closeButtonProps={{ 'aria-label': t('action.close') }}>
          <Text mb="md">{t(removing.approved ? 'people.removeSealApproved' : 'people.removeSealText')}</Text>
          {remove.isError && <Text c="var(--bad)" mb="md" role="alert"><ProblemText error={remove.error} /></Text>}
          <Row justify="flex-end">
            <Button variant="default" data-autofocus onClick={() => setRemoving(null)}>{t('action.cancel')}</Button>
            <Button color="red.8" loading={remove.isPending} onClick={() => remove.mutate(removing)}>{t('people.action.delete')}</Button>
          </Row>
        </Modal>
      )}
    </div>
  );
}

const today = () => new Date().toLocaleDateString('sv-SE');

function Draw({ name, onDone }: { name: string; onDone: () => Promise<unknown> }) {
  const { t } = useTranslation();
  const family = name.split(/[\s　]/)[0] ?? '';
  const [text, setText] = useState([...family].slice(0, 12).join(''));
  const [shape, setShape] = useState<Drawing['shape']>('ROUND');
  const [dated, setDated] = useState(false);
  const [date, setDate] = useState(today());
  const [heading, setHeading] = useState('');
  const drawing: Drawing = { text: text.trim(), shape, heading: dated ? heading.trim() : '', ...(dated && date && { date }) };
  const [wanted] = useDebouncedValue(JSON.stringify(drawing), 300);
  const preview = useQuery({
    queryKey: ['seal preview', wanted], enabled: drawing.text !== '', retry: false, placeholderData: keepPreviousData, staleTime: Infinity, gcTime: 60_000,
    queryFn: () => previewSeal(JSON.parse(wanted) as Drawing),
  });
  const draw = useMutation({
    mutationFn: () => drawSeal(drawing.text, drawing),
    onSuccess: (seal) => {
      toastSaved(t('people.sealAdded', { name: seal.name }));
      void onDone();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    draw.mutate();
  };
  const error = draw.error ?? preview.error;
  return (
    <form onSubmit={submit} className={classes.section}>
      <Title order={2} fz={17} mb="sm">{t('people.drawSeal')}</Title>
      <div className={classes.drawing}>
        <Stack gap="md">
          <TextInput label={t('people.sealText')} required maxLength={24} value={text} onChange={(e) => setText(e.currentTarget.value)} error={error ? <ProblemText error={error} /> : null} />
          <SegmentedControl aria-label={t('people.sealShape')} value={shape} onChange={(value) => setShape(value as Drawing['shape'])} data={[{ value: 'ROUND', label: t('people.round') }, { value: 'SQUARE', label: t('people.square') }]} />
          <Switch label={t('people.dated')} checked={dated} onChange={(e) => setDated(e.currentTarget.checked)} />
          {dated && <><DateField label={t('people.sealDate')} value={date} onChange={(value) => setDate(value ?? '')} /><TextInput label={t('people.sealHeading')} maxLength={16} value={heading} onChange={(e) => setHeading(e.currentTarget.value)} /></>}
          <div><Button type="submit" loading={draw.isPending} disabled={!drawing.text || preview.isError}>{t('people.addSeal')}</Button></div>
        </Stack>
        <div className={classes.preview}>{preview.data && !preview.isError && <img src={preview.data} alt={t('people.sealPreview', { name: text })} width={160} height={160} />}</div>
      </div>
    </form>
  );
}

function Upload({ onDone }: { onDone: () => Promise<unknown> }) {
  const { t } = useTranslation();
  const [file, setFile] = useState<File | null>(null);
  const [name, setName] = useState('');
  const [transparent, setTransparent] = useState(true);
  const upload = useMutation({
    mutationFn: (chosen: File) => uploadSeal(name.trim(), chosen, transparent),
    onSuccess: (seal) => {
      setFile(null);
      setName('');
      toastSaved(t('people.sealAdded', { name: seal.name }));
      void onDone();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (file) upload.mutate(file);
  };
  return (
    <form onSubmit={submit} className={classes.section}>
      <Stack gap="md">
        <Title order={2} fz={17}>{t('people.uploadSeal')}</Title>
        <FileInput label={t('people.sealFile')} description={t('people.sealFileText')} placeholder={t('people.chooseFile')} accept="image/png,image/jpeg,image/gif" leftSection={<IconUpload size={17} />} value={file} onChange={setFile} clearable clearButtonProps={{ 'aria-label': t('search.clear') }} error={upload.isError ? <ProblemText error={upload.error} /> : null} />
        <TextInput label={t('people.sealName')} required maxLength={100} value={name} onChange={(e) => setName(e.currentTarget.value)} />
        <Checkbox label={t('people.transparent')} checked={transparent} onChange={(e) => setTransparent(e.currentTarget.checked)} />
        <div><Button type="submit" loading={upload.isPending} disabled={!file || !name.trim()}>{t('people.addSeal')}</Button></div>
      </Stack>
    </form>
  );
}
