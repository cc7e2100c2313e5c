import { ActionIcon, Tooltip, type ActionIconProps } from '@mantine/core';
import type { ComponentPropsWithoutRef, ReactNode } from 'react';

type Props = ActionIconProps & Omit<ComponentPropsWithoutRef<'button'>, keyof ActionIconProps> & { label: string; hint?: string; children: ReactNode };

/** A button with an icon: it always has a name, and shows it as a tooltip. */
export function IconButton({ label, hint, children, ...rest }: Props) {
  return (
    <Tooltip label={hint ? `${label} (${hint})` : label}>
      <ActionIcon aria-label={label} {...rest}>{children}</ActionIcon>
    </Tooltip>
  );
}
