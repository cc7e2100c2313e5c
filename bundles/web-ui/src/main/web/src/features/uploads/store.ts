import { useSyncExternalStore } from 'react';
import { csrf, noticeSignedOut, Problem, request, toProblem, url } from '../../api/http';
import { onRecordChange } from '../../api/live';
import type { RecordRow } from '../../api/model';

// The queue of uploads lives outside of the pages, so that it goes on while one moves about.
const PARALLEL = 3;

export type Upload = {
  id: number;
  file: File;
  ledger: string | null;
  password: string;
} & (
  | { phase: 'queued' }
  | { phase: 'sending'; sent: number }
  | { phase: 'duplicate'; pending: string; originals: RecordRow[] }
  | { phase: 'refused'; problem: Problem }
  | { phase: 'stored'; record: RecordRow }
);
type Phase = Upload extends infer U ? (U extends Upload ? Omit<U, 'id' | 'file' | 'ledger' | 'password'> : never) : never;

let uploads: Upload[] = [];
let nextId = 1;
const watchers = new Set<() => void>();
const requests = new Map<number, XMLHttpRequest>();

function change(next: Upload[]) {
  uploads = next;
  watchers.forEach((watch) => watch());
}
const put = (id: number, phase: Phase) =>
  change(uploads.map((u) => (u.id === id ? ({ id, file: u.file, ledger: u.ledger, password: u.password, ...phase } as Upload) : u)));

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
  change([...uploads, ...files.map((file) => ({ id: nextId++, file, ledger, password: '', phase: 'queued' }) as Upload)]);
  pump();
}

export function retryUpload(id: number, password = '') {
  change(uploads.map((u) => (u.id === id ? ({ id, file: u.file, ledger: u.ledger, password, phase: 'queued' } as Upload) : u)));
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
export const dismissSettled = () => change(uploads.filter((u) => ['busy'].includes(outcomeOf(u))));

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

function pump() {
  const free = PARALLEL - uploads.filter((u) => u.phase === 'sending').length;
  uploads.filter((u) => u.phase === 'queued').slice(0, Math.max(0, free)).forEach(send);
}

const base64 = (text: string) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));

function send(upload: Upload) {
  const { id, file, ledger, password } = upload;
  const call = new XMLHttpRequest();
  requests.set(id, call);
  const query = new URLSearchParams({ filename: file.name.normalize('NFC') });
  if (ledger) query.set('ledger', ledger);
  call.open('POST', url(`/uploads?${query}`));
  call.setRequestHeader('X-CSRF-Token', csrf());
  call.setRequestHeader('Content-Type', 'application/octet-stream');
  if (password) call.setRequestHeader('X-Document-Password', base64(password));
  call.upload.onprogress = (event) => {
    if (event.lengthComputable) put(id, { phase: 'sending', sent: event.loaded / event.total });
  };
  const refuse = (problem: Problem) => {
    noticeSignedOut(problem);
    put(id, { phase: 'refused', problem });
  };
  call.onload = () => {
    requests.delete(id);
    if (call.status === 201) {
      put(id, { phase: 'stored', record: (JSON.parse(call.responseText) as { record: RecordRow }).record });
    } else {
      const problem = toProblem(call.status, call.responseText);
      if (problem.code === 'upload.duplicate') {
        put(id, { phase: 'duplicate', pending: String(problem.details.pending), originals: (problem.details.originals ?? []) as RecordRow[] });
      } else refuse(problem);
    }
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
  const stop = onRecordChange((record) => {
    const upload = uploads.find((u) => u.phase === 'stored' && u.record.id === record.id);
    if (upload?.phase === 'stored' && record.version >= upload.record.version) put(upload.id, { phase: 'stored', record });
  });
  const timer = setInterval(() => {
    for (const upload of uploads) {
      if (upload.phase !== 'stored' || outcomeOf(upload) !== 'busy') continue;
      request<{ record: RecordRow }>(`/records/${upload.record.id}`)
        .then(({ record }) => put(upload.id, { phase: 'stored', record }))
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
