const BASE = '/api/v1';

/** What the platform refused: a stable code, the server's own words, and details for our texts. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly details: Record<string, unknown> = {},
  ) {
    super(detail || code);
  }
}

let csrfToken = '';
export function rememberCsrf(token: string) {
  csrfToken = token;
}
export const csrf = () => csrfToken;

let whenSignedOut: (problem: Problem) => void = () => {};
/** Called once a request finds that the session is over, or waits for a step of signing in. */
export function onSignedOut(listener: (problem: Problem) => void) {
  whenSignedOut = listener;
}

export function toProblem(status: number, body: string): Problem {
  try {
    const { code, detail, title, ...details } = JSON.parse(body) as Record<string, unknown>;
    return new Problem(status, String(code ?? `http.${status}`), String(detail ?? title ?? ''), details);
  } catch {
    return new Problem(status, status === 0 ? 'network' : `http.${status}`, '');
  }
}

/** Tells the application when a problem means "not signed in any more". */
export function noticeSignedOut(problem: Problem) {
  if (problem.code === 'signin.required' || problem.code === 'signin.ended' || problem.code === 'signin.stage') whenSignedOut(problem);
}

type Options = { method?: string; json?: unknown; version?: number; signal?: AbortSignal };

async function send(path: string, { method = 'GET', json, version, signal }: Options = {}): Promise<Response> {
  const headers: Record<string, string> = { Accept: 'application/json' };
  if (method !== 'GET') headers['X-CSRF-Token'] = csrfToken;
  if (json !== undefined) headers['Content-Type'] = 'application/json';
  if (version !== undefined) headers['If-Match'] = `"${version}"`;
  let response: Response;
  try {
    response = await fetch(BASE + path, {
      method, headers, signal: signal ?? null, credentials: 'same-origin', body: json === undefined ? null : JSON.stringify(json),
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Problem(0, 'network', '');
  }
  if (!response.ok) {
    const problem = toProblem(response.status, await response.text());
    noticeSignedOut(problem);
    throw problem;
  }
  return response;
}

export async function request<T>(path: string, options: Options = {}): Promise<T> {
  const response = await send(path, options);
  return (response.status === 204 ? undefined : await response.json()) as T;
}

/** With the version that an edit has to name. */
export async function requestWithTag<T>(path: string, options: Options = {}): Promise<{ value: T; version: number }> {
  const response = await send(path, options);
  return { value: (await response.json()) as T, version: Number(response.headers.get('ETag')?.replace(/^W\/|"/g, '')) };
}

export const url = (path: string) => BASE + path;
