import { expect, test as base, type APIRequestContext, type Page } from '@playwright/test';
import type { Ledger, ListPage, RecordDetail, RecordRow, Session } from '../src/api/model';
import { sampleContract } from './pdf';

export const LOGIN = process.env.FUMIKURA_LOGIN ?? 'demo';
export const PASSWORD = process.env.FUMIKURA_PASSWORD ?? 'demo';
/** An administrator of the same company. */
export const ADMINISTRATOR = { login: process.env.FUMIKURA_ADMIN_LOGIN ?? LOGIN, password: process.env.FUMIKURA_ADMIN_PASSWORD ?? PASSWORD };
/** Whoever runs the platform; sees no documents. */
export const OPERATOR = { login: process.env.FUMIKURA_OPERATOR_LOGIN ?? LOGIN, password: process.env.FUMIKURA_OPERATOR_PASSWORD ?? PASSWORD };
/** The folder of the platform under test; absent when it runs elsewhere. */
export const HOME = process.env.FUMIKURA_HOME;

/** The REST API as the signed-in user, for preparing and checking. */
export class Api {
  constructor(private readonly request: APIRequestContext, private readonly csrf: string) {}

  private headers(more: Record<string, string> = {}) {
    return { 'X-CSRF-Token': this.csrf, ...more };
  }
  async ledgers() {
    return (await (await this.request.get('/api/v1/ledgers')).json()) as Ledger[];
  }
  async list(ledger: string, query = '') {
    return (await (await this.request.get(`/api/v1/ledgers/${ledger}/records?${query}`)).json()) as ListPage;
  }
  async detail(id: string) {
    return (await (await this.request.get(`/api/v1/records/${id}`)).json()) as RecordDetail;
  }
  async upload(name: string, data: Buffer) {
    const answer = await this.request.post(`/api/v1/uploads?filename=${encodeURIComponent(name)}`, { data, headers: this.headers({ 'Content-Type': 'application/pdf' }) });
    expect(answer.status(), await answer.text()).toBe(201);
    return ((await answer.json()) as { record: RecordRow }).record;
  }
  async settled(id: string) {
    await expect.poll(async () => (await this.detail(id)).record.state, { timeout: 60_000 }).toMatch(/^(COMPLETE|INCOMPLETE)$/);
    return this.detail(id);
  }
  async edit(id: string, change: object) {
    const { record } = await this.detail(id);
    const answer = await this.request.patch(`/api/v1/records/${id}`, { data: { values: {}, ...change }, headers: this.headers({ 'If-Match': `"${record.version}"` }) });
    expect(answer.status(), await answer.text()).toBe(200);
    return (await answer.json()) as RecordDetail;
  }
  /** Shows once more who it is, so that factors may be changed. */
  async confirm(password: string) {
    await this.request.post('/api/v1/second-factors/confirmation', { data: { secret: password }, headers: this.headers() });
  }
  async passkeys() {
    return (await (await this.request.get('/api/v1/passkeys')).json()) as { id: string }[];
  }
  async removePasskey(id: string) {
    await this.request.delete(`/api/v1/passkeys/${id}`, { headers: this.headers() });
  }
  async removeApp() {
    await this.request.delete('/api/v1/second-factors/totp', { headers: this.headers() });
  }
  async language(language: 'ja' | 'en') {
    await this.request.patch('/api/v1/profile', { data: { language }, headers: this.headers() });
  }
}

type Worker = { session: { state: Awaited<ReturnType<APIRequestContext['storageState']>>; csrf: string }; sample: { id: string; mark: string; ledger: string } };
type Test = { api: Api };
type Operator = { operator: { state: Awaited<ReturnType<APIRequestContext['storageState']>>; csrf: string } };
type Administrator = { administrator: { state: Awaited<ReturnType<APIRequestContext['storageState']>>; csrf: string } };

/** Signs in once per run, in Japanese: sign-ins are counted by the platform. */
async function signIn(context: APIRequestContext, login: string, password: string) {
  const answer = await context.post('/api/v1/session', { data: { login, password, keep: false } });
  expect(answer.status(), await answer.text()).toBe(200);
  const { csrfToken } = (await answer.json()) as Session;
  await context.patch('/api/v1/profile', { data: { language: 'ja' }, headers: { 'X-CSRF-Token': csrfToken } });
  return { state: await context.storageState(), csrf: csrfToken };
}

export const test = base.extend<Test, Worker>({
  session: [async ({ playwright }, use) => {
    const context = await playwright.request.newContext({ baseURL: base.info().project.use.baseURL!, ignoreHTTPSErrors: true, storageState: { cookies: [], origins: [] } });
    await use(await signIn(context, LOGIN, PASSWORD));
    await context.dispose();
  }, { scope: 'worker' }],
  /** A contract of this run, read and settled. */
  sample: [async ({ playwright, session }, use) => {
    const context = await playwright.request.newContext({ baseURL: base.info().project.use.baseURL!, ignoreHTTPSErrors: true, storageState: session.state });
    const api = new Api(context, session.csrf);
    const mark = `sample${Date.now().toString(36)}`;
    const { id } = await api.upload(`Service Agreement ${mark}.pdf`, sampleContract(mark));
    const detail = await api.settled(id);
    await use({ id, mark, ledger: detail.record.ledger! });
    await context.dispose();
  }, { scope: 'worker', timeout: 90_000 }],
  storageState: async ({ session }, use) => use(session.state),
  api: async ({ request, session }, use) => use(new Api(request, session.csrf)),
});

/** As the administrator. */
export const adminTest = test.extend<object, Administrator>({
  administrator: [async ({ playwright }, use) => {
    const context = await playwright.request.newContext({ baseURL: base.info().project.use.baseURL!, ignoreHTTPSErrors: true, storageState: { cookies: [], origins: [] } });
    await use(await signIn(context, ADMINISTRATOR.login, ADMINISTRATOR.password));
    await context.dispose();
  }, { scope: 'worker' }],
  storageState: async ({ administrator }, use) => use(administrator.state),
  api: async ({ request, administrator }, use) => use(new Api(request, administrator.csrf)),
});

/** As the operator. */
export const operatorTest = test.extend<object, Operator>({
  operator: [async ({ playwright }, use) => {
    const context = await playwright.request.newContext({ baseURL: base.info().project.use.baseURL!, ignoreHTTPSErrors: true, storageState: { cookies: [], origins: [] } });
    await use(await signIn(context, OPERATOR.login, OPERATOR.password));
    await context.dispose();
  }, { scope: 'worker' }],
  storageState: async ({ operator }, use) => use(operator.state),
  api: async ({ request, operator }, use) => use(new Api(request, operator.csrf)),
});

/** Fails when the page logged an error: a broken content security policy, an exception, a missing file. */
export function watchErrors(page: Page) {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of (4\d\d|503)/.test(message.text())) errors.push(message.text());
  });
  return errors;
}
export { expect };
