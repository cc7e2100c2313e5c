import { TextInput, type TextInputProps } from '@mantine/core';
import type { Ref } from 'react';

/** Where a one-time code is typed: digits come up on phones, and the browser may fill it in. */
export function CodeInput({ value, onCode, ...rest }: Omit<TextInputProps, 'onChange' | 'value'> & { value: string; onCode: (code: string) => void; ref?: Ref<HTMLInputElement> }) {
  return <TextInput {...rest} name="code" autoComplete="one-time-code" autoCapitalize="characters" spellCheck={false} maxLength={20} required value={value} onChange={(e) => onCode(e.currentTarget.value)} />;
}
