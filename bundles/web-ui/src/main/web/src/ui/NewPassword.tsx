import { Group, PasswordInput, Progress, Stack, Text, VisuallyHidden } from '@mantine/core';
import { IconCheck, IconCircle } from '@tabler/icons-react';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { checks, strength, type PasswordRule } from './password';

export type Wanted = { password: string; again: string };
export const nothingWanted: Wanted = { password: '', again: '' };

/** Whether the form may be sent; the platform looks for common passwords besides. */
export const isGood = (wanted: Wanted, rule: PasswordRule) => wanted.password === wanted.again && checks(wanted.password, rule).every((check) => check.met);

/** A new password typed twice, with what it must be like and how strong it is. */
export function NewPassword({ rule, wanted, onChange, size, error }: { rule: PasswordRule; wanted: Wanted; onChange: (wanted: Wanted) => void; size?: string; error?: ReactNode }) {
  const { t } = useTranslation();
  const id = useId();
  const level = strength(wanted.password);
  const names = [t('password.strength0'), t('password.strength1'), t('password.strength2'), t('password.strength3')];
  const eye = { 'aria-label': t('signin.showPassword') };
  const look = size ? { size } : {};
  return (
    <Stack gap="sm">
      <div>
        <PasswordInput {...look} label={t('password.new')} description={rule.policy === 'CLASSIC' ? t('password.classic', { minimum: rule.minimum }) : t('password.modern', { minimum: rule.minimum })}
          autoComplete="new-password" required value={wanted.password} error={error} aria-describedby={id} visibilityToggleButtonProps={eye}
          onChange={(e) => onChange({ ...wanted, password: e.currentTarget.value })} />
        <Stack id={id} gap={4} mt={8}>
          {checks(wanted.password, rule).map((check) => (
            <Group key={check.name} gap={6} wrap="nowrap" c={check.met ? 'var(--good)' : 'dimmed'}>
              {check.met ? <IconCheck size={15} aria-hidden /> : <IconCircle size={15} aria-hidden />}
              <Text fz="sm">{check.name === 'length' ? t('password.length', { minimum: rule.minimum }) : check.name === 'characters' ? t('password.characters') : t('password.classes')}</Text>
              <VisuallyHidden>{check.met ? t('password.met') : t('password.open')}</VisuallyHidden>
            </Group>
          ))}
          {wanted.password !== '' && (
            <div>
              <Progress value={(level + 1) * 25} color={level < 1 ? 'red' : level < 2 ? 'yellow' : 'green'} size="sm" aria-hidden />
              <Text fz="sm" c="dimmed" mt={2}>{t('password.strength')}: {names[level]}</Text>
            </div>
          )}
          {wanted.password !== '' && level < 2 && rule.policy === 'MODERN' && <Text fz="sm" c="dimmed">{t('password.advice')}</Text>}
        </Stack>
      </div>
      <PasswordInput {...look} label={t('password.again')} autoComplete="new-password" required value={wanted.again} visibilityToggleButtonProps={eye}
        error={wanted.again !== '' && wanted.password !== wanted.again ? t('password.differ') : null} onChange={(e) => onChange({ ...wanted, again: e.currentTarget.value })} />
    </Stack>
  );
}
