import type { QueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import type { ListPage, Overview, RecordDetail, RecordRow } from './model';

// Live changes of records over server-sent events. While the stream is down, lists poll instead.
let connected = false;
const watchers = new Set<() => void>();
const listeners = new Set<(record: RecordRow) => void>();

function setConnected(now: boolean) {
  if (connected === now) return;
  connected = now;
  watchers.forEach((watch) => watch());
}

export const pollWhileDown = () => (connected ? false : 5000);
export const useLiveConnected = () =>
  useSyncExternalStore((watch) => (watchers.add(watch), () => watchers.delete(watch)), () => connected);

/** Hears of every change of a record that the user may see. */
export function onRecordChange(listener: (record: RecordRow) => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Puts a newer row in the place of an older one; answers the same object when nothing changes. */
export function replaceRow(rows: RecordRow[], record: RecordRow): RecordRow[] {
  const at = rows.findIndex((row) => row.id === record.id);
  if (at < 0 || rows[at]!.version > record.version) return rows;
  return rows.with(at, record);
}

export function applyToCaches(client: QueryClient, record: RecordRow) {
  client.setQueriesData<ListPage>({ queryKey: ['list'] }, (page) => {
    const at = page?.rows.findIndex((row) => row.record.id === record.id) ?? -1;
    if (!page || at < 0 || page.rows[at]!.record.version > record.version) return page;
    return { ...page, rows: page.rows.with(at, { ...page.rows[at]!, record }) };
  });
  client.setQueryData<Overview>(['overview'], (overview) =>
    overview && {
      ...overview,
      recent: replaceRow(overview.recent, record),
      attention: replaceRow(overview.attention, record),
      working: replaceRow(overview.working, record),
    });
  const detail = client.getQueryData<RecordDetail>(['record', record.id]);
  if (detail && record.version >= detail.record.version) {
    const settled = detail.record.version !== record.version || detail.record.state !== record.state;
    client.setQueryData(['record', record.id], { ...detail, record: { ...record, version: detail.record.version } });
    if (settled) void client.invalidateQueries({ queryKey: ['record', record.id] });
    if (settled && record.previewable) void client.invalidateQueries({ queryKey: ['pages', record.id] });
  }
}

/** Follows the stream until the answered function is called. */
export function followEvents(client: QueryClient): () => void {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let refresh: ReturnType<typeof setTimeout> | undefined;
  let pause = 1000;
  let stopped = false;

  const open = () => {
    source = new EventSource('/api/v1/events');
    source.onopen = () => {
      const missed = pause > 1000;
      pause = 1000;
      setConnected(true);
      if (missed) void client.invalidateQueries();
    };
    source.addEventListener('record', (event) => {
      const record = JSON.parse((event as MessageEvent<string>).data) as RecordRow;
      applyToCaches(client, record);
      listeners.forEach((listener) => listener(record));
      // Rows may appear, move or leave: ask again, at most every 1.2 s, and not for mere progress.
      if (record.state !== 'READING' && refresh === undefined) {
        refresh = setTimeout(() => {
          refresh = undefined;
          void client.invalidateQueries({ queryKey: ['list'] });
          void client.invalidateQueries({ queryKey: ['overview'] });
        }, 1200);
      }
    });
    source.onerror = () => {
      setConnected(false);
      source?.close();
      if (stopped) return;
      timer = setTimeout(open, pause);
      pause = Math.min(pause * 2, 30_000);
    };
  };
  open();
  return () => {
    stopped = true;
    clearTimeout(timer);
    clearTimeout(refresh);
    source?.close();
    setConnected(false);
  };
}
