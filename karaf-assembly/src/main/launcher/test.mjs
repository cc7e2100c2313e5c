// Runs every test and says at the end what ran. Parts that fail do not keep the others from running.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../../..');
const web = join(root, 'bundles/web-ui/src/main/web');
const total = { passed: 0, failed: 0, skipped: 0 };
const failures = [];
const skips = [];

function run(title, command, args, options = {}) {
  console.log(`\n== ${title}`);
  const started = Date.now();
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
  console.log(`== ${title}: ${status === 0 ? 'done' : `ended with ${status}`} after ${Math.round((Date.now() - started) / 1000)} s`);
  return status === 0;
}

function count(part, passed, failed, skipped) {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
  console.log(`   ${part}: ${passed} passed, ${failed} failed, ${skipped} skipped`);
}

function fail(part, reason) {
  failures.push(`${part}: ${reason}`);
  total.failed += 1;
}

function* reports(folder) {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (name === 'node_modules' || name === '.git' || name === '.fumikura') continue;
    if (statSync(path).isDirectory()) {
      if (name === 'surefire-reports' || name === 'failsafe-reports') yield path;
      else yield* reports(path);
    }
  }
}

function countJava() {
  let passed = 0, failed = 0, skipped = 0;
  for (const folder of reports(root)) {
    for (const name of readdirSync(folder).filter((file) => /^TEST-.*\.xml$/.test(file))) {
      const xml = readFileSync(join(folder, name), 'utf8');
      // Case by case: the sums in the head leave parameterized classes out.
      for (const [, attributes, body = ''] of xml.matchAll(/<testcase\b([^>]*?)(?:\/>|>([\s\S]*?)<\/testcase>)/g)) {
        const label = `${/classname="([^"]*)"/.exec(attributes)?.[1]}.${/\bname="([^"]*)"/.exec(attributes)?.[1]}`;
        const reason = /<skipped\b(?:[^>]*message="([^"]*)")?/.exec(body);
        if (/<(failure|error)\b/.test(body)) {
          failed += 1;
          failures.push(label);
        } else if (reason) {
          skipped += 1;
          skips.push(`${label}: ${reason[1] ?? 'no reason given'}`);
        } else {
          passed += 1;
        }
      }
    }
  }
  count('Java', passed, failed, skipped);
  return failed;
}

function countJson(part, file, read) {
  if (!existsSync(file)) return fail(part, 'left no report');
  const { passed, failed, skipped, names } = read(JSON.parse(readFileSync(file, 'utf8')));
  count(part, passed, failed, skipped);
  failures.push(...names);
}

const readVitest = (report) => ({
  passed: report.numPassedTests,
  failed: report.numFailedTests,
  skipped: report.numPendingTests,
  names: report.testResults.flatMap((file) => file.assertionResults.filter((test) => test.status === 'failed').map((test) => test.fullName)),
});

function readPlaywright(report) {
  const names = [];
  const walk = (suite) => {
    for (const spec of suite.specs ?? []) if (!spec.ok) names.push(`${spec.file}: ${spec.title}`);
    for (const inner of suite.suites ?? []) walk(inner);
  };
  report.suites.forEach(walk);
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected + flaky, failed: unexpected, skipped, names };
}

const freePort = () =>
  new Promise((answer) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => answer(port));
    });
  });

async function browserTests() {
  const home = mkdtempSync(join(tmpdir(), 'fumikura-test-'));
  const report = join(root, 'bundles/web-ui/target/e2e.json');
  rmSync(report, { force: true });
  const env = { ...process.env, FUMIKURA_SKIP_INSTALL: '1' };
  try {
    const port = await freePort();
    if (!run('Starting the platform for browser tests', './fumikura', ['run', '--home', home, '--port', String(port)], { env })) {
      return fail('Browser', 'the platform did not start');
    }
    const people = JSON.parse(readFileSync(join(home, 'data/demo-accounts.json'), 'utf8'));
    const clerk = people.find((person) => person.token);
    const administrator = people.find((person) => person.tenant === clerk.tenant && person.permissions.includes('TENANT_ADMINISTRATOR'));
    const operator = people.find((person) => person.permissions.includes('OPERATOR'));
    run('Browser tests', 'npx', ['playwright', 'test'], {
      cwd: web,
      env: {
        ...env,
        FUMIKURA_URL: `http://127.0.0.1:${port}`,
        FUMIKURA_LOGIN: clerk.login,
        FUMIKURA_PASSWORD: clerk.password,
        FUMIKURA_TOKEN: clerk.token,
        FUMIKURA_ADMIN_LOGIN: administrator.login,
        FUMIKURA_ADMIN_PASSWORD: administrator.password,
        FUMIKURA_OPERATOR_LOGIN: operator.login,
        FUMIKURA_OPERATOR_PASSWORD: operator.password,
        FUMIKURA_HOME: home,
        FUMIKURA_E2E_REPORT: report,
      },
    });
    countJson('Browser', report, readPlaywright);
  } finally {
    run('Stopping the platform', './fumikura', ['stop', '--home', home], { env });
    rmSync(home, { recursive: true, force: true });
  }
}

function crashTest() {
  console.log('\n== Killing the platform while it works');
  const { stdout } = spawnSync('./fumikura', ['bench', 'crash', '--rounds', '2'], {
    cwd: root,
    env: { ...process.env, FUMIKURA_SKIP_INSTALL: '1' },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  console.log(stdout);
  const last = /(\d+) passed, (\d+) failed\s*$/.exec(stdout);
  if (!last) return fail('Crash', 'the benchmark did not end');
  count('Crash', Number(last[1]), Number(last[2]), 0);
  failures.push(...[...stdout.matchAll(/^FAILED: (.*)$/gm)].map((line) => `Crash: ${line[1]}`));
}

for (const folder of reports(root)) rmSync(folder, { recursive: true, force: true });
// As a third party does it: against a Maven repository that holds nothing of ours but the API.
if (!run('Building the sample plugin', 'sh', ['plugins-sdk/build-sample.sh', join(root, '.fumikura/scratch-repository')])) {
  fail('Sample plugin', 'it could not be built against the published API');
}
const built = run('Building, unit, contract, PostgreSQL and integration tests', 'mvn', ['-B', '-ntp', '-q', '-Dmaven.test.failure.ignore=true', 'install']);
if (countJava() === 0 && !built) fail('Build', 'Maven ended with an error');

const report = join(root, 'bundles/web-ui/target/vitest.json');
rmSync(report, { force: true });
run('Tests of the web application', 'npx', ['vitest', 'run', '--reporter=json', `--outputFile=${report}`], { cwd: web });
countJson('Web application', report, readVitest);
if (existsSync(join(root, 'karaf-assembly/target')) && built) {
  crashTest();
  await browserTests();
}

if (skips.length) console.log(`\nSkipped:\n  ${skips.join('\n  ')}`);
if (failures.length) console.log(`\nFailed:\n  ${failures.join('\n  ')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);
