import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import { detailQuery } from '../../api/queries';
import { useKeys } from '../../ui/keys';
import { ErrorState, LineSkeletons } from '../../ui/States';
import { LeaveGuard } from './LeaveGuard';
import { RecordPanel } from './RecordPanel';
import { Thumbnail } from './Thumbnail';
import { useMayEdit } from './useMayEdit';
import { useRecordEditor } from './useRecordEditor';
import { useUseCandidate } from './useUseCandidate';

type Props = { id: string; keyword: string; onClose: () => void; onNext: (() => void) | null; previewState: unknown };

/** The detail beside the list. */
export function RecordPane({ id, keyword, onClose, onNext, previewState }: Props) {
  const navigate = useNavigate();
  const detail = useQuery(detailQuery(id));
  const editor = useRecordEditor(detail.data);
  const accept = useUseCandidate(detail.data, editor);
  const mayEdit = useMayEdit(detail.data);
  const next = useRef(onNext);
  useEffect(() => {
    next.current = onNext;
  });
  const saveAndNext = () => void editor.save().then((saved) => saved && setTimeout(() => next.current?.()));
  useKeys({
    e: () => mayEdit && editor.start(),
    'Ctrl+S': () => editor.editing && void editor.save(),
    'Ctrl+Shift+S': () => editor.editing && saveAndNext(),
  });
  useKeys({ Escape: () => editor.cancel() }, editor.editing && !editor.dirty);

  const find = keyword ? `?find=${encodeURIComponent(keyword)}` : '';
  const to = (field?: string) => `/records/${id}${find}${field ? `${find ? '&' : '?'}field=${field}` : ''}`;
  if (detail.isPending) return <LineSkeletons lines={9} height={30} />;
  if (detail.isError) return <ErrorState error={detail.error} onRetry={() => void detail.refetch()} />;
  const { record } = detail.data;
  return (
    <>
      <LeaveGuard dirty={editor.dirty} onLeave={editor.cancel} />
      <RecordPanel detail={detail.data} editor={editor} activeField={null} mayEdit={mayEdit} onUse={accept} onSaveAndNext={onNext ? saveAndNext : null} onClose={onClose}
        onLocate={record.previewable && !editor.editing ? (field) => void navigate(to(field), { state: previewState }) : null}
        preview={record.previewable ? { to: to(), state: previewState } : null}
        thumbnail={record.previewable && !editor.editing && (
          <Thumbnail key={id} id={id} onOpen={() => void navigate(to(), { state: previewState })} />
        )} />
    </>
  );
}
