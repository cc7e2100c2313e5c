// Screenshots of every page while one works on the looks: node dev/shots.mjs OUT [name …]   (FUMIKURA_URL, default http://127.0.0.1:9140)
import { mkdirSync } from 'node:fs';
import { chromium } from '@playwright/test';

const [out = '/tmp/shots', ...only] = process.argv.slice(2);
const base = process.env.FUMIKURA_URL ?? 'http://127.0.0.1:9140';
mkdirSync(out, { recursive: true });
const sizes = { desktop: [1440, 900], laptop: [1280, 720], tablet: [820, 1180], phone: [390, 844] };
const contract = '/records/c0000000-0000-4000-8000-00000000079b';
const shots = [
  ['signin', '/signin', 'desktop', 'ja', 'light'], ['signin-phone', '/signin', 'phone', 'en', 'dark'],
  ['home', '/', 'desktop', 'ja', 'light'], ['home-dark', '/', 'desktop', 'en', 'dark'], ['home-phone', '/', 'phone', 'ja', 'light'], ['home-tablet', '/', 'tablet', 'en', 'light'],
  ['list', '/ledgers/contracts', 'desktop', 'ja', 'light'], ['list-dark', '/ledgers/books', 'laptop', 'en', 'dark'], ['list-phone', '/ledgers/contracts', 'phone', 'ja', 'light'],
  ['list-open', '/ledgers/contracts?open=c0000000-0000-4000-8000-00000000079b', 'desktop', 'ja', 'light'], ['list-open-dark', '/ledgers/books?open=b0000000-0000-4000-8000-00000001869f', 'laptop', 'en', 'dark'],
  ['list-open-tablet', '/ledgers/contracts?open=c0000000-0000-4000-8000-00000000079b', 'tablet', 'ja', 'light'],
  ['search', `/ledgers/contracts?q=${encodeURIComponent('秘密')}&full=1&c=end_date:from:2024-01-01&c=!auto_renewal:is:true`, 'desktop', 'ja', 'light'], ['noresult', '/ledgers/contracts?q=zzzz', 'desktop', 'en', 'light'],
  ['error', '/ledgers/contracts?q=error500', 'desktop', 'ja', 'light'],
  ['record', contract, 'desktop', 'ja', 'light'], ['record-field', `${contract}?field=end_date`, 'desktop', 'ja', 'light'], ['record-dark', `${contract}?field=amount`, 'laptop', 'en', 'dark'], ['record-tablet', contract, 'tablet', 'ja', 'light'],
  ['record-find', `${contract}?find=${encodeURIComponent('契約')}`, 'desktop', 'ja', 'light'], ['record-phone', contract, 'phone', 'ja', 'light'], ['record-phone-preview', `${contract}?field=end_date`, 'phone', 'ja', 'dark'],
  ['invoice', '/records/b0000000-0000-4000-8000-00000001869f', 'desktop', 'ja', 'light'],
  ['failed', '/records/c0000000-0000-4000-8000-000000000796', 'desktop', 'ja', 'light'], ['protected', '/records/c0000000-0000-4000-8000-000000000799', 'laptop', 'en', 'light'],
  ['settings', '/settings', 'desktop', 'ja', 'light'], ['settings-phone', '/settings', 'phone', 'en', 'dark'], ['health', '/health', 'desktop', 'ja', 'light'], ['notfound', '/nowhere', 'laptop', 'ja', 'light'],
];
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
for (const [name, path, size, language, scheme] of shots) {
  if (only.length && !only.includes(name)) continue;
  const [width, height] = sizes[size];
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: scheme, locale: language, baseURL: base });
  await context.addInitScript((l) => localStorage.setItem('fumikura.language', l), language);
  const page = await context.newPage();
  page.on('console', (m) => m.type() === 'error' && console.log(name, m.text().slice(0, 300)));
  page.on('pageerror', (e) => console.log(name, 'PAGE ERROR', e.message.slice(0, 400)));
  if (!name.startsWith('signin')) {
    const { csrfToken } = await (await page.request.post('/api/v1/session', { data: { login: 'demo', password: 'demo', keep: false } })).json();
    await page.request.patch('/api/v1/profile', { data: { language }, headers: { 'X-CSRF-Token': csrfToken } });
  }
  await page.goto(path);
  await page.waitForLoadState('load');
  await page.waitForTimeout(1200);
  await page.screenshot({ path: `${out}/${name}.png` });
  await context.close();
}
await browser.close();
