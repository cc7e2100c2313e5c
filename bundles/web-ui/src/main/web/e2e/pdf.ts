/** A PDF with lines of Latin text, written by hand, so that each run has a document of its own that no one registered before. */
export function samplePdf(lines: string[], perPage = 24): Buffer {
  const escape = (line: string) => line.replace(/[\\()]/g, '\\$&');
  const pages: string[][] = [];
  for (let i = 0; i < lines.length; i += perPage) pages.push(lines.slice(i, i + perPage));
  const objects: string[] = [];
  const pageIds = pages.map((_, i) => 4 + i * 2);
  objects[1] = '<< /Type /Catalog /Pages 2 0 R >>';
  objects[2] = `<< /Type /Pages /Count ${pages.length} /Kids [${pageIds.map((id) => `${id} 0 R`).join(' ')}] >>`;
  objects[3] = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>';
  pages.forEach((page, i) => {
    const text = page.map((line, n) => `/F1 ${i === 0 && n === 0 ? 18 : 11} Tf\n1 0 0 1 72 ${770 - n * 28} Tm\n(${escape(line)}) Tj`).join('\n');
    const stream = `BT\n${text}\nET`;
    objects[pageIds[i]!] = `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${pageIds[i]! + 1} 0 R >>`;
    objects[pageIds[i]! + 1] = `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`;
  });
  let out = '%PDF-1.4\n';
  const offsets: number[] = [];
  objects.forEach((body, id) => {
    offsets[id] = out.length;
    out += `${id} 0 obj\n${body}\nendobj\n`;
  });
  const start = out.length;
  out += `xref\n0 ${objects.length}\n0000000000 65535 f \n${offsets.slice(1).map((o) => `${String(o).padStart(10, '0')} 00000 n \n`).join('')}`;
  out += `trailer\n<< /Size ${objects.length} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(out, 'latin1');
}

/** A contract of two pages; `mark` makes it unique and findable. */
export const sampleContract = (mark: string) => samplePdf([
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
]);
