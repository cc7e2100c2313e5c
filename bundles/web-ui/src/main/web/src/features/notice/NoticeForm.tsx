import { Button, NativeSelect, Stack, Text, TextInput, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/http';
import { ProblemText, useProblemText } from '../../ui/States';
import { companiesQuery, type BoardNotice, type NoticeFields } from './api';

type Props = { notice?: BoardNotice; pending: boolean; error: unknown; onSubmit: (fields: NoticeFields) => void };

/** The value of a field of date and time, in the browser's time zone. */
const local = (iso: string) => {
  const date = new Date(iso);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
};
const iso = (typed: string) => new Date(typed).toISOString();

export function NoticeForm({ notice, pending, error, onSubmit }: Props) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const { data } = useQuery(companiesQuery);
  const [tenant, setTenant] = useState(notice?.tenant ?? '');
  const [title, setTitle] = useState({ ja: notice?.title.ja ?? '', en: notice?.title.en ?? '' });
  const [text, setText] = useState({ ja: notice?.text.ja ?? '', en: notice?.text.en ?? '' });
  const [starts, setStarts] = useState(local(notice?.starts ?? new Date().toISOString()));
  const [ends, setEnds] = useState(notice?.ends ? local(notice.ends) : '');
  const [checked, setChecked] = useState<Record<string, string>>({});
  const atPeriod = error instanceof Problem && error.code === 'notice.period';
  const send = (event: FormEvent) => {
    event.preventDefault();
    const wrong: Record<string, string> = {};
    if (!title.ja.trim()) wrong.title = t('notice.needTitle');
    if (!text.ja.trim()) wrong.text = t('notice.needText');
    if (!starts) wrong.starts = t('notice.needStart');
    setChecked(wrong);
    if (Object.keys(wrong).length === 0) onSubmit({ tenant: tenant || null, title, text, starts: iso(starts), ends: ends ? iso(ends) : null });
  };
  const companies = (data?.tenants ?? []).map((one) => ({ value: one.id, label: `${one.name}（${one.code}）` }));
  return (
    <form onSubmit={send} noValidate>
      <Stack gap="md">
        {error != null && !atPeriod && <Text c="var(--bad)" role="alert"><ProblemText error={error} /></Text>}
        <NativeSelect label={t('notice.for')} value={tenant} onChange={(e) => setTenant(e.currentTarget.value)} data={[{ value: '', label: t('notice.everybody') }, ...companies]} />
        <TextInput label={t('notice.titleJa')} required maxLength={200} value={title.ja} onChange={(e) => setTitle({ ...title, ja: e.currentTarget.value })} error={checked.title} autoComplete="off" />
        <Textarea label={t('notice.textJa')} required autosize minRows={4} maxRows={14} maxLength={10_000} value={text.ja} onChange={(e) => setText({ ...text, ja: e.currentTarget.value })} error={checked.text} />
        <TextInput label={t('notice.titleEn')} description={t('notice.englishText')} maxLength={200} value={title.en} onChange={(e) => setTitle({ ...title, en: e.currentTarget.value })} autoComplete="off" />
        <Textarea label={t('notice.textEn')} autosize minRows={4} maxRows={14} maxLength={10_000} value={text.en} onChange={(e) => setText({ ...text, en: e.currentTarget.value })} />
        <TextInput type="datetime-local" label={t('notice.starts')} required value={starts} onChange={(e) => setStarts(e.currentTarget.value)} error={checked.starts} />
        <TextInput type="datetime-local" label={t('notice.ends')} description={t('notice.endsText')} value={ends} onChange={(e) => setEnds(e.currentTarget.value)} error={atPeriod ? problemText(error).text : null} />
        <div><Button type="submit" loading={pending}>{t('action.save')}</Button></div>
      </Stack>
    </form>
  );
}
