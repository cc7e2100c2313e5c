import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Candidate, FieldValue, RecordDetail } from '../../api/model';
import { editRecord } from '../../api/queries';
import { toastError, toastSaved } from '../../ui/toasts';
import { useProblemText } from '../../ui/States';
import { valueIn } from './edit';
import type { RecordEditor } from './useRecordEditor';

/** A losing candidate becomes the value with one click, and can be taken back; while editing it only fills the input. */
export function useUseCandidate(detail: RecordDetail | undefined, editor: RecordEditor) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const problemText = useProblemText();
  const put = async (version: number, field: string, value: FieldValue | null) => {
    const saved = await editRecord(detail!.record.id, version, { values: { [field]: value } });
    client.setQueryData(['record', saved.record.id], saved);
    void client.invalidateQueries({ queryKey: ['list'] });
    return saved;
  };
  return (field: string, candidate: Candidate) => {
    if (!detail) return;
    if (editor.editing) {
      editor.fill(field, candidate.value);
      return;
    }
    const before = valueIn(detail, field);
    const failed = (error: unknown) => toastError(t('record.notSaved'), problemText(error));
    put(detail.record.version, field, candidate.value).then(
      (saved) => toastSaved(t('record.candidateUsed'), () => void put(saved.record.version, field, before).catch(failed)),
      failed,
    );
  };
}
