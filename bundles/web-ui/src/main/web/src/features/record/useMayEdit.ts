import { useQuery } from '@tanstack/react-query';
import { sessionQuery } from '../../api/queries';

/** Viewers and operators only look. The platform decides anyway; this spares a refusal. */
export function useMayEdit(): boolean {
  const { data: session } = useQuery(sessionQuery);
  return session?.profile.permissions.some((p) => p !== 'VIEWER' && p !== 'OPERATOR') ?? false;
}
