// A real SMTP server with STARTTLS and AUTH on loopback, for tests.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';

/** @returns {Promise<{ port: number, certificate: string, user: string, password: string, mails: { to: string, raw: string }[], close: () => Promise<void> }>} */
export async function startMailServer() {
  const folder = mkdtempSync(join(tmpdir(), 'fumikura-mail-'));
  const certificate = join(folder, 'certificate.pem');
  execFileSync('openssl', [
    'req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2', '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost',
    '-keyout', join(folder, 'key.pem'), '-out', certificate,
  ], { stdio: 'ignore' });
  const user = 'fumikura';
  const password = `p-${Math.random().toString(36).slice(2)}`;
  const mails = [];
  const server = new SMTPServer({
    key: readFileSync(join(folder, 'key.pem')),
    cert: readFileSync(certificate),
    onAuth: (auth, session, done) => (auth.username === user && auth.password === password && session.secure ? done(null, { user }) : done(new Error('no such user'))),
    onRcptTo: (address, session, done) => done(address.address.startsWith('nobody@') ? Object.assign(new Error('5.1.1 no such user here'), { responseCode: 550 }) : undefined),
    onData: (stream, session, done) => {
      const parts = [];
      stream.on('data', (part) => parts.push(part));
      stream.on('end', () => {
        mails.push({ to: session.envelope.rcptTo[0].address, raw: Buffer.concat(parts).toString('utf8') });
        done();
      });
    },
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return { port: server.server.address().port, certificate, user, password, mails, close: () => new Promise((done) => server.close(done)) };
}
