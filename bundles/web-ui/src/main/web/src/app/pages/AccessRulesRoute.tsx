import { AccessRulesPage } from '../../features/access/AccessRulesPage';

export function Page() {
  return <AccessRulesPage />;
}
