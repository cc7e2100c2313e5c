import { createHash } from 'node:crypto';

/** A PDF with lines of Latin text, written by hand, so that each run has a document of its own that no one registered before. */
export function samplePdf(lines: string[], { perPage = 24, password = '' } = {}): Buffer {
  const escape = (line: string) => line.replace(/[\\()]/g, '\\$&');
  const pages: string[][] = [];
  for (let i = 0; i < lines.length; i += perPage) pages.push(lines.slice(i, i + perPage));
  const objects: string[] = [];
  const pageIds = pages.map((_, i) => 4 + i * 2);
  const lock = password ? lockWith(password) : null;
  objects[1] = '<< /Type /Catalog /Pages 2 0 R >>';
  objects[2] = `<< /Type /Pages /Count ${pages.length} /Kids [${pageIds.map((id) => `${id} 0 R`).join(' ')}] >>`;
  objects[3] = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>';
  pages.forEach((page, i) => {
    const text = page.map((line, n) => `/F1 ${i === 0 && n === 0 ? 18 : 11} Tf\n1 0 0 1 72 ${770 - n * 28} Tm\n(${escape(line)}) Tj`).join('\n');
    const stream = `BT\n${text}\nET`;
    objects[pageIds[i]!] = `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${pageIds[i]! + 1} 0 R >>`;
    const contents = pageIds[i]! + 1;
    objects[contents] = `<< /Length ${stream.length} >>\nstream\n${lock ? lock.encrypt(contents, stream) : stream}\nendstream`;
  });
  let out = '%PDF-1.4\n';
  const offsets: number[] = [];
  objects.forEach((body, id) => {
    offsets[id] = out.length;
    out += `${id} 0 obj\n${body}\nendobj\n`;
  });
  const start = out.length;
  out += `xref\n0 ${objects.length}\n0000000000 65535 f \n${offsets.slice(1).map((o) => `${String(o).padStart(10, '0')} 00000 n \n`).join('')}`;
  out += `trailer\n<< /Size ${objects.length} /Root 1 0 R${lock?.trailer ?? ''} >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(out, 'latin1');
}

/** The oldest protection of PDF (RC4, 40 bit): short enough to stand here. */
function lockWith(password: string) {
  const md5 = (...parts: Buffer[]) => createHash('md5').update(Buffer.concat(parts)).digest();
  const filler = Buffer.from('28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A', 'hex');
  const padded = Buffer.concat([Buffer.from(password, 'latin1'), filler]).subarray(0, 32);
  const id = md5(Buffer.from(password));
  const permissions = Buffer.from([0xfc, 0xff, 0xff, 0xff]);
  const owner = rc4(md5(padded).subarray(0, 5), padded);
  const key = md5(padded, owner, permissions, id).subarray(0, 5);
  const user = rc4(key, filler);
  const hex = (bytes: Buffer) => `<${bytes.toString('hex')}>`;
  return {
    trailer: ` /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O ${hex(owner)} /U ${hex(user)} >> /ID [${hex(id)} ${hex(id)}]`,
    encrypt: (object: number, text: string) => rc4(md5(key, Buffer.from([object & 255, object >> 8, 0, 0, 0])).subarray(0, 10), Buffer.from(text, 'latin1')).toString('latin1'),
  };
}

function rc4(key: Buffer, data: Buffer): Buffer {
  const state = Array.from({ length: 256 }, (_, i) => i);
  const swap = (a: number, b: number) => ([state[a], state[b]] = [state[b]!, state[a]!]);
  for (let i = 0, j = 0; i < 256; i++) swap(i, (j = (j + state[i]! + key[i % key.length]!) & 255));
  let i = 0;
  let j = 0;
  return data.map((byte) => {
    i = (i + 1) & 255;
    j = (j + state[i]!) & 255;
    swap(i, j);
    return byte ^ state[(state[i]! + state[j]!) & 255]!;
  }) as Buffer;
}

/** A contract of two pages; `mark` makes it unique and findable. */
export const sampleContract = (mark: string, password = '') => samplePdf([
  'SERVICE AGREEMENT',
  'This Service Agreement is made as of March 14, 2025 by and',
  'between Fumikura Trading Ltd.',
  'and Harbor Components Inc.',
  `Reference: ${mark}`,
  '1. Services. The supplier shall perform the services with reasonable care and skill.',
  '2. Fees. The customer shall pay a total of USD 48,000 for the services.',
  '3. Term. This Agreement takes effect on April 1, 2025',
  'and shall continue for an initial term of one (1) year.',
  '4. Renewal. This Agreement shall renew automatically',
  'for successive periods of one (1) year unless either party gives',
  'written notice of termination at least three (3) months before the end of the term.',
  ...Array.from({ length: 20 }, (_, i) => `${i + 5}. General. Neither party may assign this agreement without consent, number ${i + 1}.`),
], { password });
