// Registers the demonstration documents through the front door, once.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [home, address] = process.argv.slice(2);
const accounts = join(home, 'data', 'demo-accounts.json');
const done = join(home, 'data', 'demo-registered');
const folder = join(home, 'program', 'demo');

if (existsSync(accounts) && existsSync(folder) && !existsSync(done)) {
  const token = JSON.parse(readFileSync(accounts, 'utf8')).find((person) => person.token)?.token;
  console.log('Registering the demonstration documents …');
  for (const ledger of readdirSync(folder).sort()) {
    for (const name of readdirSync(join(folder, ledger)).sort()) {
      const query = new URLSearchParams({ ledger, filename: name });
      const answer = await fetch(`${address}/api/v1/uploads?${query}`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/octet-stream' },
        body: readFileSync(join(folder, ledger, name)),
      });
      if (!answer.ok && answer.status !== 409) console.log(`  ${name} was not taken: ${answer.status} ${await answer.text()}`);
    }
  }
  writeFileSync(done, new Date().toISOString());
}
