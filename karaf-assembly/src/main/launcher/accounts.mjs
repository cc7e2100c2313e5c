// Prints who can sign in, from the files that the platform wrote at its first start.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const home = process.argv[2];
for (const name of ['demo-accounts.json', 'first-administrator.json']) {
  const file = join(home, 'data', name);
  if (!existsSync(file)) continue;
  const people = [JSON.parse(readFileSync(file, 'utf8'))].flat();
  console.log(`\nPeople who can sign in (passwords were generated; they stand in ${file}):`);
  for (const person of people) {
    const permissions = [person.permissions].flat().filter(Boolean).join(', ').toLowerCase();
    console.log(`  ${person.tenant}  ${person.name}  ${permissions}\n      login ${person.login}   password ${person.password}`);
  }
}
