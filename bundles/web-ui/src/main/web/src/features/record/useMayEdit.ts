import { useQuery } from '@tanstack/react-query';
import type { RecordDetail } from '../../api/model';
import { sessionQuery } from '../../api/queries';

/** Whether a record can be changed: by one's permissions, and by its access rights. The platform decides anyway; this spares a refusal. */
export function useMayEdit(detail: RecordDetail | undefined): boolean {
  const { data: session } = useQuery(sessionQuery);
  const may = session?.profile.permissions.some((p) => p !== 'VIEWER' && p !== 'OPERATOR') ?? false;
  return may && detail?.editable === true;
}
