import { useEffect, useRef } from 'react';

/** The form whose first refused field gets the focus, and so comes into sight, each time when it was tried in vain. @param tries what is new after each */
export function useFirstWrong<T extends HTMLElement>(...tries: unknown[]) {
  const form = useRef<T>(null);
  // eslint-disable-next-line react-hooks/exhaustive-deps -- as many as the caller has, always the same number
  useEffect(() => form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus(), tries);
  return form;
}
