import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/http';
import type { FieldValue, RecordDetail, RecordEdit } from '../../api/model';
import { editRecord, fetchDetail } from '../../api/queries';
import { toastError, toastSaved } from '../../ui/toasts';
import { useProblemText } from '../../ui/States';
import { changesOf, clashes, draftOf, isEmptyEdit, takenOver, type Clash, type Draft } from './edit';

export type Conflict = { latest: RecordDetail; mine: RecordEdit; found: Clash[]; others: string[]; by: string };

const without = (wrong: Draft['wrong'], field: string): Draft['wrong'] => Object.fromEntries(Object.entries(wrong).filter(([id]) => id !== field));

/** One record being edited: its draft, saving it, and what to do when someone was faster. */
export function useRecordEditor(detail: RecordDetail | undefined) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const problemText = useProblemText();
  const [session, setSession] = useState<{ base: RecordDetail; draft: Draft } | null>(null);
  const [saving, setSaving] = useState(false);
  /** How often saving was tried although something cannot be read. */
  const [refused, setRefused] = useState(0);
  const [conflict, setConflict] = useState<Conflict | null>(null);

  const start = useCallback(() => detail && setSession((now) => now ?? { base: detail, draft: draftOf(detail) }), [detail]);
  const cancel = useCallback(() => {
    setSession(null);
    setConflict(null);
  }, []);
  const update = (change: Partial<Draft>) => setSession((now) => now && { ...now, draft: { ...now.draft, ...change } });
  const setValue = (field: string, value: FieldValue | null, wrong = false) =>
    setSession((now) => {
      if (!now) return now;
      const others = without(now.draft.wrong, field);
      return { ...now, draft: { ...now.draft, values: { ...now.draft.values, [field]: value }, wrong: wrong ? { ...others, [field]: true } : others } };
    });
  /** Fills a field from the page or from a candidate; starts editing when it must. */
  const fill = (field: string, value: FieldValue) => {
    if (!detail) return;
    setSession((before) => {
      const now = before ?? { base: detail, draft: draftOf(detail) };
      const wrong = without(now.draft.wrong, field);
      return {
        ...now,
        draft: { ...now.draft, wrong, values: { ...now.draft.values, [field]: value }, filled: { ...now.draft.filled, [field]: (now.draft.filled[field] ?? 0) + 1 } },
      };
    });
  };

  const shown = (saved: RecordDetail) => {
    client.setQueryData(['record', saved.record.id], saved);
    void client.invalidateQueries({ queryKey: ['list'] });
    void client.invalidateQueries({ queryKey: ['overview'] });
  };

  async function send(base: RecordDetail, readVersion: number, edit: RecordEdit): Promise<boolean> {
    setSaving(true);
    try {
      shown(await editRecord(base.record.id, readVersion, edit));
      toastSaved(t('record.saved'));
      cancel();
      return true;
    } catch (error) {
      if (error instanceof Problem && error.code === 'record.changed') {
        const latest = await fetchDetail(base.record.id);
        const found = clashes(base, edit, latest);
        const by = typeof error.details.by === 'string' ? error.details.by : '';
        setConflict({ latest, mine: edit, found, others: takenOver(base, edit, latest), by });
      } else {
        toastError(t('record.notSaved'), problemText(error));
      }
      return false;
    } finally {
      setSaving(false);
    }
  }

  /** True when nothing is left to save. */
  async function save(): Promise<boolean> {
    if (!session || saving) return false;
    if (Object.keys(session.draft.wrong).length) {
      toastError(t('record.notSaved'), { text: t('record.wrongInputs'), code: null });
      setRefused((times) => times + 1);
      return false;
    }
    const edit = changesOf(session.base, session.draft);
    if (isEmptyEdit(edit)) {
      cancel();
      return true;
    }
    return send(session.base, session.base.record.version, edit);
  }

  async function resolveConflict(edit: RecordEdit): Promise<boolean> {
    if (!conflict) return false;
    const { latest } = conflict;
    setConflict(null);
    if (isEmptyEdit(edit)) {
      shown(latest);
      cancel();
      return true;
    }
    return send(latest, latest.record.version, edit);
  }

  const dirty = session !== null && (Object.keys(session.draft.wrong).length > 0 || !isEmptyEdit(changesOf(session.base, session.draft)));
  return { editing: session !== null, base: session?.base ?? null, draft: session?.draft ?? null, saving, refused, dirty, conflict, start, cancel, update, setValue, fill, save, resolveConflict, closeConflict: () => setConflict(null) };
}
export type RecordEditor = ReturnType<typeof useRecordEditor>;
