import { useQuery } from '@tanstack/react-query';
import { Navigate } from 'react-router';
import { sessionQuery } from '../../api/queries';
import { adminPages } from '../adminPages';

/** 管理 opens with the first page that a person may open. */
export function Page() {
  const { data: session } = useQuery(sessionQuery);
  const first = session && adminPages(session.profile)[0];
  return first ? <Navigate to={first.path} replace /> : null;
}
