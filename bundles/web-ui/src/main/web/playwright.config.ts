import { defineConfig } from '@playwright/test';

// FUMIKURA_URL, FUMIKURA_LOGIN, FUMIKURA_PASSWORD name a running platform with demo data; without them the development mock is started.
// FUMIKURA_E2E_REPORT: where the machine-readable result goes.
const url = process.env.FUMIKURA_URL;

export default defineConfig({
  testDir: 'e2e',
  outputDir: '../../../target/e2e',
  workers: 1,
  timeout: 45_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: process.env.FUMIKURA_E2E_REPORT ?? '../../../target/e2e/report.json' }]],
  use: {
    baseURL: url ?? 'http://127.0.0.1:9143',
    viewport: { width: 1440, height: 900 },
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    ignoreHTTPSErrors: true,
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    },
  },
  ...(url ? {} : { webServer: { command: 'node dev/mock.mjs --port 9143 --books 3000', port: 9143, reuseExistingServer: false } }),
});
