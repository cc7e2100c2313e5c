import { Anchor, Box } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Entry } from '../../api/model';
import { refuseTerms } from '../../api/queries';
import { LicenceStep } from './LicenceStep';
import { PasswordStep } from './PasswordStep';
import { SecondFactorStep } from './SecondFactorStep';
import { SignInFrame } from './SignInFrame';
import { TermsStep } from './TermsStep';

/** A sign-in that waits for one more step. */
export function StepPage({ entry, onEntry, onCancel }: { entry: Entry; onEntry: (entry: Entry) => void; onCancel: () => void }) {
  const { t } = useTranslation();
  return (
    <SignInFrame>
      {entry.stage === 'PASSWORD_CHANGE' && <PasswordStep entry={entry} onEntry={onEntry} />}
      {entry.stage === 'SECOND_FACTOR' && <SecondFactorStep entry={entry} onEntry={onEntry} />}
      {entry.stage === 'TERMS' && <TermsStep entry={entry} onEntry={onEntry} onRefuse={() => void refuseTerms().catch(() => undefined).then(onCancel)} />}
      {entry.stage === 'LICENCE' && <LicenceStep onEntry={onEntry} />}
      <Box ta="center" mt="lg"><Anchor component="button" type="button" onClick={onCancel}>{t('entry.cancel')}</Anchor></Box>
    </SignInFrame>
  );
}
