import { useSyncExternalStore } from 'react';
import type { DateStyle } from './values';

/** What a person likes, kept in the browser. */
export type Preferences = { dates: DateStyle; dimPages: boolean; narrowSidebar: boolean; pageSize: number; widths: Record<string, number> };

const KEY = 'fumikura.preferences';
const DEFAULTS: Preferences = { dates: 'western', dimPages: true, narrowSidebar: false, pageSize: 50, widths: {} };
const watchers = new Set<() => void>();

function read(): Preferences {
  try {
    return { ...DEFAULTS, ...(JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Preferences>) };
  } catch {
    return DEFAULTS;
  }
}
let current = read();

export function prefer(change: Partial<Preferences>) {
  current = { ...current, ...change };
  try {
    localStorage.setItem(KEY, JSON.stringify(current));
  } catch {
    // private mode: kept for this page only
  }
  watchers.forEach((watch) => watch());
}

export const usePreferences = () =>
  useSyncExternalStore((watch) => (watchers.add(watch), () => watchers.delete(watch)), () => current);
