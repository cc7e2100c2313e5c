import { expect, it } from 'vitest';
import { keyName } from './keys';

const press = (key: string, more = {}) => ({ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, isComposing: false, keyCode: 0, ...more });

it('names keys with their modifiers', () => {
  expect(keyName(press('j'))).toBe('j');
  expect(keyName(press('?', { shiftKey: true }))).toBe('?');
  expect(keyName(press('s', { ctrlKey: true }))).toBe('Ctrl+S');
  expect(keyName(press('S', { metaKey: true, shiftKey: true }))).toBe('Ctrl+Shift+S');
  expect(keyName(press('Enter'))).toBe('Enter');
});

it('hears nothing while an IME composes', () => {
  expect(keyName(press('Enter', { isComposing: true }))).toBeNull();
  expect(keyName(press('Enter', { keyCode: 229 }))).toBeNull();
});
