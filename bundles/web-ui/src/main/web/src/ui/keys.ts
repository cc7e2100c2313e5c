import { useEffect, useRef } from 'react';

/** Whether keys typed now belong to an input, so that single letters must not act. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || /^(textarea|select)$/i.test(target.tagName)
    || (target instanceof HTMLInputElement && !/^(checkbox|radio|button|range|submit)$/.test(target.type));
}

/** The name of a key press: `j`, `Enter`, `Ctrl+S`, `Ctrl+Shift+S`. Null while an IME composes. */
export function keyName(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'isComposing' | 'keyCode'>): string | null {
  if (event.isComposing || event.keyCode === 229 || event.altKey) return null;
  const control = event.ctrlKey || event.metaKey;
  if (event.key.length === 1) {
    if (!control) return event.key;
    return `Ctrl+${event.shiftKey ? 'Shift+' : ''}${event.key.toUpperCase()}`;
  }
  return `${control ? 'Ctrl+' : ''}${event.shiftKey ? 'Shift+' : ''}${event.key}`;
}

type Keys = Record<string, (event: KeyboardEvent) => void>;

/** Keys of a page. Those without Ctrl rest while one types, while a menu or dialog is open, and while an IME composes. */
export function useKeys(keys: Keys, enabled = true) {
  const held = useRef(keys);
  useEffect(() => {
    held.current = keys;
  });
  useEffect(() => {
    if (!enabled) return undefined;
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const name = keyName(event);
      const act = name === null ? undefined : held.current[name];
      if (!act) return;
      const typing = isTyping(event.target);
      const special = name!.startsWith('Ctrl+');
      if (!special && (typing && name !== 'Escape')) return;
      if (!special && document.querySelector('[role="dialog"][aria-modal="true"], [role="menu"], [role="listbox"]:not([hidden])')) return;
      if (name === 'Enter' && event.target instanceof Element && event.target.closest('a,button,summary,[role="button"]')) return;
      event.preventDefault();
      act(event);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [enabled]);
}
