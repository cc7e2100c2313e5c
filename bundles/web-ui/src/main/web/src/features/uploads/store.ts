import { useSyncExternalStore } from 'react';
import { csrf, noticeSignedOut, Problem, request, toProblem, url } from '../../api/http';
import { onRecordChange } from '../../api/live';
import type { RecordRow } from '../../api/model';
import { unlockRecord } from '../../api/queries';

// The queue of uploads lives outside of the pages, so that it goes on while one moves about.
const PARALLEL = 3;

export type Upload = {
  id: number;
  file: File;
  ledger: string | null;
} & (
  | { phase: 'queued' }
  | { phase: 'sending'; sent: number }
  | { phase: 'duplicate'; pending: string; originals: RecordRow[] }
  | { phase: 'refused'; problem: Problem }
  | { phase: 'stored'; record: RecordRow; locked?: Problem | undefined }
);
type Phase = Upload extends infer U ? (U extends Upload ? Omit<U, 'id' | 'file' | 'ledger'> : never) : never;

let uploads: Upload[] = [];
let nextId = 1;
const watchers = new Set<() => void>();
const requests = new Map<number, XMLHttpRequest>();

// One password often opens several files: what opened one is tried on those that follow, until no card is left.
let sharedPassword = '';

function change(next: Upload[]) {
  uploads = next;
  if (next.length === 0) sharedPassword = '';
  watchers.forEach((watch) => watch());
}
const put = (id: number, phase: Phase) =>
  change(uploads.map((u) => (u.id === id ? ({ id, file: u.file, ledger: u.ledger, ...phase } as Upload) : u)));

export const useUploads = () =>
  useSyncExternalStore((watch) => (watchers.add(watch), () => watchers.delete(watch)), () => uploads);

/** Done, needs attention, refused, or still under way: what a card and the batch show. */
export type Outcome = 'busy' | 'done' | 'attention' | 'refused';
export function outcomeOf(upload: Upload): Outcome {
  switch (upload.phase) {
    case 'queued':
    case 'sending':
      return 'busy';
    case 'duplicate':
      return 'attention';
    case 'refused':
      return 'refused';
    case 'stored':
      if (upload.record.state === 'WAITING' || upload.record.state === 'READING') return 'busy';
      return upload.record.state === 'COMPLETE' ? 'done' : 'attention';
  }
}

/** 0…1; sending counts as the first half, reading as the second. */
export function progressOf(upload: Upload): number {
  if (upload.phase === 'queued') return 0;
  if (upload.phase === 'sending') return upload.sent / 2;
  if (upload.phase === 'stored' && upload.record.state === 'WAITING') return 0.5;
  if (upload.phase === 'stored' && upload.record.state === 'READING') return 0.5 + upload.record.progress / 2;
  return 1;
}

export const batchProgress = (all: Upload[]) => (all.length ? all.reduce((sum, u) => sum + progressOf(u), 0) / all.length : 1);

export function addFiles(files: File[], ledger: string | null) {
  change([...uploads, ...files.map((file) => ({ id: nextId++, file, ledger, phase: 'queued' }) as Upload)]);
  pump();
}

export function retryUpload(id: number) {
  put(id, { phase: 'queued' });
  pump();
}

export function dismiss(id: number) {
  requests.get(id)?.abort();
  requests.delete(id);
  const upload = uploads.find((u) => u.id === id);
  if (upload?.phase === 'duplicate') void request(`/uploads/${upload.pending}`, { method: 'DELETE' }).catch(() => undefined);
  change(uploads.filter((u) => u.id !== id));
  pump();
}
export const dismissSettled = () => change(uploads.filter((u) => outcomeOf(u) === 'busy'));

export async function confirmDuplicate(id: number) {
  const upload = uploads.find((u) => u.id === id);
  if (upload?.phase !== 'duplicate') return;
  try {
    const { record } = await request<{ record: RecordRow }>(`/uploads/${upload.pending}/confirm`, { method: 'POST' });
    put(id, { phase: 'stored', record });
  } catch (error) {
    put(id, { phase: 'refused', problem: error instanceof Problem ? error : new Problem(0, 'network', '') });
  }
}

export const lockedOf = (all: Upload[]) => all.filter((u) => u.phase === 'stored' && u.record.state === 'PROTECTED');

/** Tries one password on every file that waits for one; each that stays locked says so on its card. Tells how many opened. */
export async function unlockUploads(password: string): Promise<number> {
  const opened = await Promise.all(lockedOf(uploads).map((upload) => unlock(upload, password)));
  if (opened.some(Boolean)) sharedPassword = password;
  return opened.filter(Boolean).length;
}

async function unlock(upload: Upload, password: string): Promise<boolean> {
  if (upload.phase !== 'stored') return false;
  try {
    const { record } = await unlockRecord(upload.record.id, password);
    showRecord(record);
    return true;
  } catch (error) {
    put(upload.id, { phase: 'stored', record: upload.record, locked: error instanceof Problem ? error : new Problem(0, 'network', '') });
    return false;
  }
}

/** What is known of a stored record now; older news does not undo newer. */
function showRecord(record: RecordRow) {
  const upload = uploads.find((u) => u.phase === 'stored' && u.record.id === record.id);
  if (upload?.phase !== 'stored' || record.version < upload.record.version) return;
  const isNewlyLocked = record.state === 'PROTECTED' && upload.record.state !== 'PROTECTED';
  put(upload.id, { phase: 'stored', record, locked: record.state === 'PROTECTED' ? upload.locked : undefined });
  if (isNewlyLocked && sharedPassword) void unlock({ ...upload, record }, sharedPassword);
}

// While the server takes no more files, the queue waits; longer each time, and never all browsers at the same moment.
const BUSY_FIRST = 1000;
const BUSY_LONGEST = 30_000;
let busyTimes = 0;
let busy: ReturnType<typeof setTimeout> | null = null;

function waitForRoom() {
  if (busy) return;
  const wait = Math.min(BUSY_LONGEST, BUSY_FIRST * 2 ** busyTimes++);
  busy = setTimeout(() => {
    busy = null;
    pump();
  }, wait * (0.75 + Math.random() / 2));
}

/** Whether files wait because the server has no room at the moment. */
export const isServerBusy = () => busyTimes > 0;

function pump() {
  if (busy) return;
  const free = PARALLEL - uploads.filter((u) => u.phase === 'sending').length;
  uploads.filter((u) => u.phase === 'queued').slice(0, Math.max(0, free)).forEach(send);
}

function send(upload: Upload) {
  const { id, file, ledger } = upload;
  const call = new XMLHttpRequest();
  requests.set(id, call);
  const query = new URLSearchParams({ filename: file.name.normalize('NFC') });
  if (ledger) query.set('ledger', ledger);
  call.open('POST', url(`/uploads?${query}`));
  call.setRequestHeader('X-CSRF-Token', csrf());
  call.setRequestHeader('Content-Type', 'application/octet-stream');
  call.upload.onprogress = (event) => {
    if (event.lengthComputable) put(id, { phase: 'sending', sent: event.loaded / event.total });
  };
  const refuse = (problem: Problem) => {
    noticeSignedOut(problem);
    put(id, { phase: 'refused', problem });
  };
  call.onload = () => {
    requests.delete(id);
    const problem = call.status === 201 ? null : toProblem(call.status, call.responseText);
    if (problem?.code === 'upload.busy') {
      waitForRoom();
      put(id, { phase: 'queued' });
      return;
    }
    busyTimes = 0;
    if (!problem) {
      put(id, { phase: 'stored', record: (JSON.parse(call.responseText) as { record: RecordRow }).record });
    } else if (problem.code === 'upload.duplicate') {
      put(id, { phase: 'duplicate', pending: String(problem.details.pending), originals: (problem.details.originals ?? []) as RecordRow[] });
    } else refuse(problem);
    pump();
  };
  call.onerror = () => {
    requests.delete(id);
    // A file that changed or vanished on disk fails like a broken line; the reason is the same to the user.
    refuse(new Problem(0, 'network', ''));
    pump();
  };
  put(id, { phase: 'sending', sent: 0 });
  call.send(file);
}

/** Follows stored records until they are read; asks again where the live stream may have missed something. */
export function followUploads(): () => void {
  const stop = onRecordChange(showRecord);
  const timer = setInterval(() => {
    for (const upload of uploads) {
      if (upload.phase !== 'stored' || outcomeOf(upload) !== 'busy') continue;
      request<{ record: RecordRow }>(`/records/${upload.record.id}`)
        .then(({ record }) => showRecord(record))
        .catch(() => undefined);
    }
  }, 4000);
  const warn = (event: BeforeUnloadEvent) => {
    if (uploads.some((u) => u.phase === 'queued' || u.phase === 'sending')) event.preventDefault();
  };
  window.addEventListener('beforeunload', warn);
  return () => {
    stop();
    clearInterval(timer);
    window.removeEventListener('beforeunload', warn);
  };
}
