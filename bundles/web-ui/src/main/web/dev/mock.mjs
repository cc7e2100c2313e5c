// A stand-in for the platform while the user interface is developed: same contract, invented data, everything in memory.
//   node dev/mock.mjs [--port 9140] [--static DIR] [--books 100000]
// Signs anyone in with demo / demo. File names steer uploads: "unsupported", "corrupt", "quota", "protected", "fail".
import { createServer } from 'node:http';
import { createHash, randomUUID, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { BOOK_KINDS, CONTRACT_KINDS, book, contract, drawPage, uploaded } from './documents.mjs';

const option = (name, fallback) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : process.argv[at + 1];
};
const PORT = Number(option('port', 9140));
const STATIC = option('static', new URL('../../../../target/classes/static', import.meta.url).pathname);
const BOOKS = Number(option('books', 100000));

const label = (ja, en) => ({ ja, en });
const field = (id, ja, en, type, role = 'MAIN', required = true, choices = []) => ({ id, label: label(ja, en), type, role, required, choices });
const contractFields = [
  field('title', 'タイトル', 'Title', 'TEXT'),
  field('parties', '契約当事者', 'Parties', 'TEXTS'),
  field('amount', '取引金額', 'Amount', 'AMOUNT', 'MAIN', false),
  field('conclusion_date', '契約締結日', 'Conclusion date', 'DATE'),
  field('start_date', '契約開始日', 'Start date', 'DATE'),
  field('end_date', '契約終了日', 'End date', 'DATE'),
  field('auto_renewal', '自動更新の有無', 'Auto-renewal', 'FLAG'),
  field('renewal_period', '更新期間', 'Renewal period', 'PERIOD', 'MAIN', false),
  field('notice_deadline', '解約通知期限', 'Cancellation-notice deadline', 'DATE', 'MAIN', false),
  field('notice_period', '解約予告期間', 'Notice period', 'PERIOD', 'SUPPORTING', false),
  field('term', '契約期間', 'Term', 'PERIOD', 'SUPPORTING', false),
  field('governing_court', '合意管轄', 'Governing court', 'TEXT', 'SUPPORTING', false),
];
const bookFields = [
  field('kind', '分類', 'Kind', 'CHOICE', 'MAIN', true, BOOK_KINDS.map(([code, ja, en]) => ({ code, label: label(ja, en) }))),
  field('title', 'タイトル', 'Title', 'TEXT'),
  field('company', '企業名', 'Company', 'TEXT'),
  field('direction', '発行/受領', 'Issued or received', 'CHOICE', 'MAIN', true, [
    { code: 'issued', label: label('発行', 'Issued') }, { code: 'received', label: label('受領', 'Received') }]),
  field('transaction_date', '取引年月日', 'Transaction date', 'DATE'),
  field('amount', '取引金額', 'Amount', 'AMOUNT'),
  field('registration_number', 'インボイス登録番号', 'Invoice registration number', 'TEXT', 'MAIN', false),
  field('subtotal', '小計', 'Subtotal', 'AMOUNT', 'SUPPORTING', false),
  field('tax_10', '税額10%', 'Tax at 10%', 'AMOUNT', 'SUPPORTING', false),
];
const ledgers = [
  {
    id: 'contracts', label: label('契約書', 'Contracts'), kinds: CONTRACT_KINDS.map(([id, ja, en]) => ({ id, label: label(ja, en) })), fields: contractFields,
    columns: ['input_state', 'number', 'title', 'parties', 'group', 'owner', 'conclusion_date', 'start_date', 'end_date', 'notice_deadline', 'auto_renewal', 'amount', 'tags'],
    overdueField: 'end_date', titleField: 'title',
  },
  {
    id: 'books', label: label('帳票', 'Books'), kinds: BOOK_KINDS.map(([id, ja, en]) => ({ id, label: label(ja, en) })), fields: bookFields,
    columns: ['input_state', 'number', 'kind', 'title', 'company', 'direction', 'amount', 'transaction_date', 'registration_number', 'owner', 'group', 'tags'],
    overdueField: null, titleField: 'title',
  },
];
const people = [
  { id: '11111111-0000-4000-8000-000000000001', name: '佐藤 恵子' },
  { id: '11111111-0000-4000-8000-000000000002', name: '田中 翔' },
  { id: '11111111-0000-4000-8000-000000000003', name: 'Emma Clarke' },
];
const profile = {
  id: people[0].id, tenantId: '22222222-0000-4000-8000-000000000001', tenantName: '株式会社文蔵商事', loginId: 'demo', name: '佐藤 恵子', mail: 'sato@example.com',
  permissions: ['VIEWER', 'CLERK', 'SIGNER', 'TENANT_ADMINISTRATOR'], language: 'ja', lastSignIn: '2026-11-19T08:55:00+09:00', lastSignInFrom: '192.0.2.1',
};

const records = new Map();
const byLedger = { contracts: [], books: [] };
const isComplete = (record) => {
  const fields = ledgers.find((l) => l.id === record.ledger)?.fields ?? [];
  return fields.every((f) => !f.required || record.values[f.id]);
};
function make(source, number, ledger, registered, id) {
  const record = {
    id, ledger, number, kind: source.kind, fileName: source.fileName, mediaType: 'application/pdf', size: 80000 + (number * 7919) % 400000, version: 1,
    state: 'COMPLETE', progress: 1, reason: null, values: { ...source.values }, owner: people[number % 3], tags: number % 7 === 0 ? ['要確認'] : number % 11 === 0 ? ['2024年度', '本社'] : [],
    registered: new Date(registered).toISOString(), previewable: true,
  };
  record.state = isComplete(record) ? 'COMPLETE' : 'INCOMPLETE';
  return record;
}
const meta = new Map(); // id → {source, memo, completedByUser, history, origins, sha256, password}
function add(record, source) {
  records.set(record.id, record);
  byLedger[record.ledger].push(record);
  meta.set(record.id, { source, memo: '', completedByUser: false, history: null, users: {} });
}
const idOf = (ledger, n) => `${ledger === 'contracts' ? 'c0000000' : 'b0000000'}-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;
const now = Date.now();
for (let n = 1; n <= 1948; n++) add(make(contract(n), n, 'contracts', now - (1949 - n) * 5400e3, idOf('contracts', n)), { make: contract, n });
for (let n = 1; n <= BOOKS; n++) add(make(book(n), n, 'books', now - (BOOKS + 1 - n) * 400e3, idOf('books', n)), { make: book, n });
Object.assign(records.get(idOf('contracts', 1945)), { state: 'PROTECTED', reason: { code: 'document.protected', message: 'The file needs a password.' }, previewable: false, values: {}, kind: null });
Object.assign(records.get(idOf('contracts', 1942)), { state: 'FAILED', reason: { code: 'reader.timeout', message: 'Reading took longer than 60 seconds.' }, values: {}, kind: null });
Object.assign(records.get(idOf('books', BOOKS - 2)), { state: 'WAITING', reason: { code: 'plugin.missing', message: 'waiting for a reader of image/tiff' }, values: {}, progress: 0, fileName: 'スキャン_20260401.tiff', mediaType: 'image/tiff', previewable: false });

const documents = new Map();
function document(record) {
  const m = meta.get(record.id);
  if (!documents.has(record.id)) {
    if (documents.size > 60) documents.delete(documents.keys().next().value);
    documents.set(record.id, m.source.make(m.source.n).draw());
  }
  return documents.get(record.id);
}
const tokens = [{ id: randomUUID(), name: '会計システム連携', created: '2026-09-01T10:00:00+09:00', lastUsed: '2026-11-19T22:10:00+09:00' }];

const fold = (s) => s.normalize('NFKC').toLowerCase().replaceAll('髙', '高').replaceAll('邉', '辺').replaceAll('邊', '辺')
  .replace(/[\u3041-\u3096]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 96));
const textOf = (value) => {
  switch (value?.type) {
    case 'TEXT': return value.text;
    case 'TEXTS': return value.texts.join(' ');
    case 'DATE': return value.date;
    case 'AMOUNT': return value.amount;
    case 'FLAG': return String(value.flag);
    case 'PERIOD': return value.period;
    case 'CHOICE': return value.choice;
    default: return '';
  }
};
const column = (record, id) => {
  switch (id) {
    case 'number': return record.number;
    case 'input_state': return record.state;
    case 'owner': return record.owner?.name ?? '';
    case 'group': return record.group?.id ?? '';
    case 'file_name': return record.fileName;
    case 'registered': return record.registered;
    case 'tags': return record.tags.join(' ');
    default: {
      if (id === 'kind' && !record.values.kind) return record.kind ?? '';
      const v = record.values[id];
      return v?.type === 'AMOUNT' ? Number(v.amount) : textOf(v);
    }
  }
};
function holds(record, { field: id, op, value, negate }) {
  const have = column(record, id);
  const empty = have === '' || have == null;
  const typed = typeof have === 'number' ? Number(value) : value;
  const holdsIt = (() => {
    switch (op) {
      case 'is': return id === 'owner' ? record.owner?.id === value || have === value : String(have) === value;
      case 'contains': return fold(String(have)).includes(fold(value));
      case 'from': return !empty && have >= typed;
      case 'to': return !empty && (have <= typed || (id === 'registered' && have.startsWith(value)));
      case 'not-set': return empty;
      case 'set': return !empty;
      default: return false;
    }
  })();
  return negate ? !holdsIt : holdsIt;
}

/** As on the platform: what is absent is left out. */
const absent = (_, value) => value ?? undefined;

const problem = (status, code, detail, more = {}) => ({ status, problem: { type: 'about:blank', title: code, status, code, detail, ...more } });
const sessions = new Map();
const secrets = new Set();
const streams = new Set();
const publish = (record) => {
  for (const stream of streams) stream.write(`event: record\ndata: ${JSON.stringify(record, absent)}\n\n`);
};
const pending = new Map();
const hashes = new Map();

function list(ledger, query) {
  const conditions = query.getAll('condition').map((text) => {
    const negate = text.startsWith('!');
    const [, id, op, value] = /^!?([^:]+):([^:]+):(.*)$/s.exec(text) ?? [];
    return { field: id, op, value, negate };
  });
  if (conditions.some((c) => !c.field)) return problem(400, 'query.invalid', 'A condition is not field:op:value.');
  const keyword = query.get('keyword') ?? '';
  const words = fold(keyword).split(/\s+/).filter(Boolean);
  const full = query.get('fullText') === 'true';
  const any = query.get('any') === 'true';
  let rows = byLedger[ledger].filter((record) =>
    conditions.length === 0 || (any ? conditions.some((c) => holds(record, c)) : conditions.every((c) => holds(record, c))));
  const snippets = new Map();
  if (words.length) {
    if (full) rows = rows.slice(-400);
    rows = rows.filter((record) => {
      const own = fold([record.fileName, record.number, record.tags.join(' '), ...Object.values(record.values).map(textOf)].join(' '));
      if (words.every((w) => own.includes(w)) && !full) return true;
      if (!full || !record.previewable) return false;
      const found = [];
      document(record).pages.forEach((page, i) => {
        const at = fold(page.text).indexOf(words[0]);
        if (at >= 0) {
          const from = Math.max(0, at - 30);
          found.push({ page: i + 1, text: page.text.slice(from, at + 70).replaceAll('\n', ' '), start: at - from, end: at - from + words[0].length });
        }
      });
      snippets.set(record.id, found.slice(0, 3));
      return found.length > 0 || words.every((w) => own.includes(w));
    });
  }
  const sort = query.get('sort') || 'number';
  const direction = query.get('order') === 'asc' ? 1 : -1;
  rows = rows.map((r) => [column(r, sort), r]).sort(([a, x], [b, y]) => {
    const none = (v) => v === '' || v == null;
    if (none(a) !== none(b)) return none(a) ? 1 : -1;
    return (a < b ? -1 : a > b ? 1 : x.number - y.number) * direction;
  }).map(([, r]) => r);
  const limit = Math.min(200, Number(query.get('limit') ?? 50));
  const offset = query.get('cursor') ? Number(Buffer.from(query.get('cursor'), 'base64url')) : 0;
  return {
    status: 200,
    json: {
      rows: rows.slice(offset, offset + limit).map((record) => ({ record, snippets: snippets.get(record.id) ?? [] })),
      total: Math.min(rows.length, 10000), totalExact: rows.length <= 10000,
      next: offset + limit < rows.length ? Buffer.from(String(offset + limit)).toString('base64url') : null, degraded: false, rebuilding: false,
    },
  };
}

function detail(record) {
  const m = meta.get(record.id);
  const fields = ledgers.find((l) => l.id === record.ledger)?.fields ?? [];
  const places = record.previewable ? document(record).places : {};
  const present = {};
  for (const [id, value] of Object.entries(record.values)) {
    const evidence = places[id] ?? [];
    const derivations = {
      end_date: { rule: label('契約開始日＋契約期間', 'start date + term'), fields: ['start_date', 'term'] },
      notice_deadline: { rule: label('契約終了日−解約予告期間', 'end date − notice period'), fields: ['end_date', 'notice_period'] },
    };
    const user = m.users[id];
    present[id] = {
      value, confidence: user ? 1 : [0.98, 0.93, 0.71, 0.42][(id.length + record.number) % 4], evidence: user ? [] : evidence,
      derivation: user || evidence.length ? null : derivations[id] ?? null, origin: user ? 'USER' : evidence.length ? 'EXTRACTED' : derivations[id] ? 'DERIVED' : 'EXTRACTED',
      extractor: user ? '' : 'rules 1.0.0', by: user ?? null, since: record.registered,
    };
  }
  const candidates = {};
  if (record.ledger === 'contracts' && places.start_date && record.values.conclusion_date) {
    candidates.conclusion_date = [{ value: record.values.start_date ?? record.values.conclusion_date, confidence: 0.38, evidence: places.start_date, derivation: null, extractor: 'rules 1.0.0' }];
  }
  if (record.ledger === 'books' && places.subtotal) {
    candidates.amount = [{ value: record.values.subtotal, confidence: 0.35, evidence: places.subtotal, derivation: null, extractor: 'rules 1.0.0' }];
  }
  const warnings = [];
  if (record.ledger === 'books' && meta.get(record.id).source.make(m.source.n).wrong) {
    warnings.push({ code: 'book.sum-mismatch', message: label('小計と税額の合計が取引金額と一致しません。', 'Subtotal and tax do not add up to the amount.'), fields: ['amount', 'subtotal', 'tax_10'] });
  }
  return {
    record, fields, present, candidates, warnings, memo: m.memo, completedByUser: m.completedByUser,
    sha256: m.sha256 ?? createHash('sha256').update(record.id).digest('hex'), pages: record.previewable ? document(record).pages.length : 0, registeredBy: people[0].name, editable: true,
  };
}
const answerDetail = (record, status = 200) => ({ status, json: detail(record), headers: { ETag: `"${record.version}"` } });

function later(record, m) {
  record.state = 'READING';
  record.reason = null;
  let step = 0;
  const tick = () => {
    step++;
    record.progress = step / 8;
    if (step < 8) {
      publish(record);
      setTimeout(tick, 350);
      return;
    }
    record.version++;
    record.progress = 1;
    if (/fail/i.test(record.fileName) && !m.retried) {
      record.state = 'FAILED';
      record.reason = { code: 'reader.failed', message: 'The reader for images stopped: out of memory.' };
    } else {
      const made = m.source.make(m.source.n);
      record.values = { ...made.values, ...Object.fromEntries(Object.keys(m.users).map((k) => [k, record.values[k]])) };
      record.kind = made.kind;
      record.previewable = true;
      record.state = isComplete(record) ? 'COMPLETE' : 'INCOMPLETE';
    }
    publish(record);
  };
  publish(record);
  setTimeout(tick, 350);
}
function register({ name, ledger, size, sha256, password, lines }) {
  const target = ledger || (/請求|見積|注文|領収|納品|invoice|receipt/i.test(name) ? 'books' : 'contracts');
  const number = byLedger[target].length + 1;
  const source = { make: lines.length > 3 ? () => uploaded(lines) : target === 'books' ? book : contract, n: number + 31 };
  const record = {
    id: randomUUID(), ledger: target, number, kind: null, fileName: name, mediaType: 'application/pdf', size, version: 1, state: 'WAITING', progress: 0, reason: null, values: {},
    owner: people[0], tags: [], registered: new Date().toISOString(), previewable: false,
  };
  add(record, source);
  const m = meta.get(record.id);
  m.sha256 = sha256;
  hashes.set(sha256, [...(hashes.get(sha256) ?? []), record.id]);
  if (/protected/i.test(name) && !password) {
    record.state = 'PROTECTED';
    record.reason = { code: 'document.protected', message: 'The file needs a password.' };
    setTimeout(() => publish(record), 200);
  } else {
    setTimeout(() => later(record, m), 300);
  }
  return record;
}

const mails = [];
function mail(subject, text, state, more = {}) {
  const one = {
    mail: {
      id: randomUUID(), tenant: profile.tenantName, to: profile.mail, language: 'ja', template: 'test-mail', subject, state, attempts: 0, created: new Date().toISOString(), secret: false,
      ...(state === 'QUEUED' && { next: new Date().toISOString() }), ...more,
    },
    textState: text ? 'SHOWN' : 'WITHHELD', text,
  };
  mails.unshift(one);
  return one.mail;
}
mail('【文蔵】サービス利用者登録完了のお知らせ', '田中 翔 様\n\nFumikuraの利用者として登録されました。\n', 'SENT', { to: 'tanaka@example.com', template: 'user-registered', sent: new Date().toISOString() });
mail('【文蔵】初回ログインパスワードのお知らせ', undefined, 'PARKED', {
  to: 'nobody@example.com', template: 'initial-password', secret: true, attempts: 1, reason: 'The mail server refuses the recipient: 550 5.1.1 no such user here',
});

function answerMails(path, method, url) {
  const [, , id, action] = path.split('/');
  if (!id && method === 'POST') return { status: 201, json: mail('【文蔵】テストメール', `${profile.name} 様\n\nこのメールが届いていれば、メールの送信は正しく設定されています。\n`, 'QUEUED') };
  if (!id) {
    const state = url.searchParams.get('state');
    const recipient = url.searchParams.get('recipient') ?? '';
    const counts = {};
    for (const one of mails) if (one.mail.state !== 'SENT') counts[one.mail.state] = (counts[one.mail.state] ?? 0) + 1;
    return { status: 200, json: { mails: mails.map((one) => one.mail).filter((one) => (!state || one.state === state) && one.to.includes(recipient)), counts } };
  }
  const found = mails.find((one) => one.mail.id === id);
  if (!found) return problem(404, 'mail.unknown', 'There is no such mail.');
  if (!action) return { status: 200, json: found };
  found.mail = { ...found.mail, state: action === 'park' ? 'PARKED' : 'QUEUED', reason: undefined };
  return { status: 200, json: found.mail };
}

const groups = [];
const users = [];
function group(name, parent = null) {
  const one = { id: randomUUID(), ...(parent && { parent: parent.id }), name, version: 1, managed: true };
  groups.push(one);
  return one;
}
const pathOf = (one) => (one ? [...pathOf(groups.find((g) => g.id === one.parent)), one.name] : []);
const inside = (one, top) => Boolean(one) && (one.id === top || inside(groups.find((g) => g.id === one.parent), top));
const shownGroup = (one) => ({ ...one, path: pathOf(one), members: users.filter((u) => u.state !== 'DELETED' && u.places.includes(one.id)).length });
const orderedGroups = (parent) => groups.filter((g) => g.parent === parent).sort((a, b) => a.name.localeCompare(b.name, 'ja')).flatMap((g) => [shownGroup(g), ...orderedGroups(g.id)]);
function user(loginId, name, mail, places, permissions, more = {}) {
  const one = { id: randomUUID(), loginId, name, mail, subMails: [], places: places.map((g) => g.id), permissions, language: 'ja', state: 'ACTIVE', created: '2026-04-01T09:00:00+09:00', version: 1, managed: true, ...more };
  users.push(one);
  return one;
}
const shownUser = ({ places, ...one }) => ({ ...one, groups: places.map((id) => ({ group: id, path: pathOf(groups.find((g) => g.id === id)) })) });
const head = group('本社');
const salesGroup = group('営業部', head);
group('東日本営業所', salesGroup);
const lawGroup = group('法務部', head);
user('demo-01', profile.name, profile.mail, [head], profile.permissions, { id: profile.id, lastSignIn: profile.lastSignIn });
user('demo-02', '髙橋 さくら', 'takahashi@example.com', [salesGroup], ['VIEWER', 'CLERK'], { lastSignIn: '2026-11-18T10:12:00+09:00' });
user('demo-03', '山﨑 健', 'yamazaki@example.com', [lawGroup], ['VIEWER', 'APPROVER'], { state: 'LOCKED' });
const nextLogin = () => `demo-${String(Math.max(...users.map((u) => Number(u.loginId.slice(5)))) + 1).padStart(2, '0')}`;

async function answerGroups(path, method, url, request) {
  const [, , id, parent] = path.split('/');
  const found = groups.find((g) => g.id === id);
  if (id && !found) return problem(404, 'group.unknown', 'There is no such group.');
  if (method === 'GET') return { status: 200, json: orderedGroups(undefined) };
  const wanted = method === 'DELETE' ? {} : JSON.parse(await body(request));
  const place = groups.find((g) => g.id === wanted.parent);
  const twin = (name, above, but) => groups.some((g) => g !== but && g.parent === above && g.name === name.trim());
  if (!id) {
    if (twin(wanted.name, place?.id)) return problem(409, 'group.name-taken', 'There is one.');
    return { status: 201, json: shownGroup(group(wanted.name.trim(), place)) };
  }
  if (parent) {
    if (inside(place, id)) return problem(409, 'group.circular', 'A circle.');
    if (place) found.parent = place.id;
    else delete found.parent;
  } else if (method === 'PATCH') {
    if (twin(wanted.name, found.parent, found)) return problem(409, 'group.name-taken', 'There is one.');
    found.name = wanted.name.trim();
  } else {
    const heir = url.searchParams.get('heir');
    for (const g of groups) if (g.parent === id) g.parent = heir;
    for (const u of users) u.places = u.places.map((g) => (g === id ? heir : g)).filter(Boolean);
    groups.splice(groups.indexOf(found), 1);
    return { status: 204 };
  }
  found.version++;
  return { status: 200, json: shownGroup(found) };
}

const shownRights = ({ everyone, owningGroup, grants }) => ({
  everyone, owningGroup, grants: grants.map((grant) => ({ ...grant, name: people.find((p) => p.id === grant.id)?.name ?? pathOf(groups.find((g) => g.id === grant.id)).join('/') })),
});
const accessRules = { version: 0, rules: [] };
async function answerRules(method, request) {
  if (method === 'PUT') {
    if (request.headers['if-match'] !== `"${accessRules.version}"`) return problem(412, 'access.rules-changed', 'Changed.');
    Object.assign(accessRules, JSON.parse(await body(request)), { version: accessRules.version + 1 });
  }
  const rules = accessRules.rules.map(({ ledger, group, ...rights }) => ({ ledger, ...shownRights(rights), ...(group && { group: { id: group, name: pathOf(groups.find((g) => g.id === group)).join('/') } }) }));
  return { status: 200, headers: { ETag: `"${accessRules.version}"` }, json: { rules } };
}

let rulesApplied = null;
function answerApplication(method, request) {
  if (method === 'POST') {
    if (request.headers['if-match'] !== `"${accessRules.version}"`) return problem(412, 'access.rules-changed', 'Changed.');
    const now = new Date().toISOString();
    rulesApplied = { started: now, by: profile.name, finished: now, stopped: false, total: 1234, lookedAt: 1234, changed: 7 };
  }
  return { status: method === 'POST' ? 202 : 200, json: { eligible: 1234, ...(rulesApplied && { last: rulesApplied }) } };
}

async function answerUsers(path, method, url, request) {
  const [, , id, action] = path.split('/');
  const get = (name) => url.searchParams.get(name);
  if (id === 'next') return { status: 200, json: { loginId: nextLogin(), form: 'demo-##', grantable: ['VIEWER', 'CLERK', 'APPROVER', 'SIGNER', 'AUDITOR', 'GROUP_ADMINISTRATOR', 'TENANT_ADMINISTRATOR'], everywhere: true } };
  if (id === 'import') {
    const rows = String(await body(request)).trim().split(/\r?\n/).slice(1).map((line) => line.split(','));
    const problems = rows.flatMap(([name, mail], i) => (mail?.includes('@') ? [] : [{ row: i + 2, column: 'メール', value: mail ?? '', code: 'mail.address', message: `no address of ${name}` }]));
    const registered = problems.length === 0 && get('dryRun') !== 'true';
    if (registered) for (const [name, mail] of rows) user(nextLogin(), name, mail, [], ['VIEWER'], { state: 'INVITED' });
    return { status: 200, json: { rows: rows.length, registered, problems } };
  }
  if (id === 'csv' || id === 'template') return { status: 200, bytes: Buffer.from('\uFEFF氏名,メール\r\n'), headers: { 'Content-Type': 'text/csv;charset=UTF-8', 'Content-Disposition': 'attachment; filename="users.csv"' } };
  if (!id && method === 'GET') {
    const found = users.filter((u) => (get('state') ? u.state === get('state') : u.state !== 'DELETED')
      && (!get('permission') || u.permissions.includes(get('permission')))
      && (!get('group') || u.places.some((g) => inside(groups.find((one) => one.id === g), get('group'))))
      && fold(`${u.loginId} ${u.name} ${u.mail}`).includes(fold(get('q') ?? '')));
    return { status: 200, json: { users: found.map(shownUser), total: found.length } };
  }
  const found = users.find((u) => u.id === id);
  if (id && !found) return problem(404, 'user.unknown', 'There is no such user.');
  if (method === 'GET') return { status: 200, json: { user: shownUser(found), records: found.loginId === 'demo-02' ? 3 : 0 } };
  if (action === 'sessions') return { status: 204 };
  if (method === 'DELETE') {
    found.state = 'DELETED';
  } else if (action) {
    Object.assign(found, { lock: { state: 'LOCKED' }, unlock: { state: 'ACTIVE' }, restore: { state: 'INVITED' }, password: {} }[action]);
  } else {
    const { groups: places, loginId, ...fields } = JSON.parse(await body(request));
    if (users.some((u) => u !== found && u.mail.toLowerCase() === fields.mail.toLowerCase())) return problem(409, 'mail.taken', 'Somebody else has it.');
    if (!id) {
      if (users.some((u) => u.loginId === loginId)) return problem(409, 'user.login-taken', 'It is taken.');
      return { status: 201, json: shownUser(user(loginId || nextLogin(), fields.name, fields.mail, [], fields.permissions, { ...fields, places, state: 'INVITED', initialExpires: '2026-11-27T09:00:00+09:00' })) };
    }
    Object.assign(found, fields, { places });
  }
  found.version++;
  return { status: 200, json: shownUser(found) };
}

const own = { name: profile.name, nameFixed: false, mail: profile.mail, subMails: [], groups: [['本社']] };
const delegates = new Set();
const seals = [];
const DOT = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mPkYPhfz0AEYBxVSF+FAAhKDveksOjmAAAAAElFTkSuQmCC', 'base64');
const person = (u) => ({ id: u.id, loginId: u.loginId, name: u.name, active: u.state === 'ACTIVE' });

async function answerOwn(path, method, url, request) {
  const [, , what, id] = path.split('/');
  const named = () => ({ delegates: users.filter((u) => delegates.has(u.id)).map(person), signers: [] });
  if (what === 'account' && method === 'PATCH') Object.assign(own, JSON.parse(await body(request)));
  if (what === 'mail') own.wantedMail = JSON.parse(await body(request)).mail;
  if (what === 'account' || what === 'mail') return { status: 200, json: own };
  if (what === 'delegates') {
    if (id === 'candidates') return { status: 200, json: users.filter((u) => u.id !== profile.id && u.state === 'ACTIVE' && !delegates.has(u.id) && fold(u.name).includes(fold(url.searchParams.get('q') ?? ''))).map(person) };
    if (method === 'POST') for (const one of JSON.parse(await body(request)).users) delegates.add(one);
    if (method === 'DELETE') delegates.delete(id);
    return method === 'DELETE' ? { status: 204 } : { status: 200, json: named() };
  }
  if (id === 'preview') {
    return url.searchParams.get('text').includes('?') ? problem(422, 'seal.glyph', 'No font.', { characters: '?' }) : { status: 200, bytes: DOT, headers: { 'Content-Type': 'image/png' } };
  }
  if (method === 'GET') return { status: 200, json: seals };
  if (method === 'DELETE') {
    seals.splice(seals.findIndex((one) => one.id === id), 1);
    return { status: 204 };
  }
  const sent = await body(request);
  seals.push({ id: randomUUID(), name: id === 'image' ? url.searchParams.get('name') : JSON.parse(sent).name, drawn: id !== 'image', width: 480, height: 480, created: new Date().toISOString() });
  return { status: 201, json: seals.at(-1) };
}

async function body(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts);
}

const signIns = new Map();
const SEED = { secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', uri: 'otpauth://totp/Fumikura:demo?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Fumikura' };
const CODES = Array.from({ length: 10 }, (_, i) => `ABCD${'EFGHJKLMNP'[i]}-23456`);
const factor = { since: undefined, confirmed: false };
const passkeys = [];
const shownPasskey = ({ id, name, created, lastUsed }) => ({ id, name, created, lastUsed });
const passkeyOptions = (request, more) => {
  const { host } = new URL(request.headers.origin);
  return host.startsWith('localhost')
    ? { status: 200, json: { publicKey: { challenge: randomBytes(32).toString('base64url'), timeout: 60000, ...more } } }
    : problem(409, 'passkey.address', 'Passkeys belong to localhost.', { address: `http://${host.replace(/^[^:]*/, 'localhost')}` });
};
const newPasskeyOptions = (request) => passkeyOptions(request, {
  rp: { id: 'localhost', name: 'Fumikura' }, user: { id: 'AAAAAAAAAAAAAAAAAAAAAA', name: profile.loginId, displayName: profile.name },
  pubKeyCredParams: [{ type: 'public-key', alg: -7 }], excludeCredentials: allowed(), authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
});
const usedPasskeyOptions = (request, allowCredentials) => passkeyOptions(request, { rpId: 'localhost', userVerification: 'required', allowCredentials });
const allowed = () => passkeys.map(({ key }) => ({ type: 'public-key', id: key }));
function addPasskey({ name, credential }) {
  passkeys.push({ id: randomUUID(), key: credential.id, name, created: new Date().toISOString() });
  return passkeys.length === 1 && !factor.since ? CODES : [];
}
function usePasskey({ credential }) {
  const found = passkeys.find(({ key }) => key === credential.id);
  if (found) found.lastUsed = new Date().toISOString();
  return found;
}
async function answerPasskeys(path, method, request) {
  if (path === '/passkeys' && method === 'GET') return { status: 200, json: passkeys.map(shownPasskey) };
  if (path === '/passkeys/options') return newPasskeyOptions(request);
  if (path === '/passkeys') return { status: 201, json: { recoveryCodes: addPasskey(JSON.parse(await body(request))) } };
  if (path === '/passkeys/confirmation/options') return usedPasskeyOptions(request, allowed());
  if (path === '/passkeys/confirmation') return usePasskey(JSON.parse(await body(request))) ? { status: 204 } : problem(422, 'passkey.refused', 'No.');
  const at = passkeys.findIndex(({ id }) => path.endsWith(id));
  if (at < 0) return problem(404, 'passkey.unknown', 'There is no such passkey.');
  if (method === 'DELETE') passkeys.splice(at, 1);
  else passkeys[at].name = JSON.parse(await body(request)).name;
  return { status: 204 };
}
const signInRules = { passwordPolicy: 'MODERN', secondFactorRequired: false, idleMinutes: 720, longestDays: 30 };
let rulesVersion = 0;
const entryOf = ({ csrf, stage, login }) => ({
  csrfToken: csrf, stage, passwordRule: { policy: signInRules.passwordPolicy, minimum: signInRules.passwordPolicy === 'CLASSIC' ? 8 : 15 },
  ...(stage === 'FULL' ? { profile } : { waitingFor: { name: '山田 新', loginId: login, language: 'ja', hasFactor: login === 'two-step' || login === 'demo', hasApp: login === 'two-step' || (login === 'demo' && Boolean(factor.since)), hasPasskey: login === 'demo' && passkeys.length > 0 } }),
});
function enter(request, stage, keep, login) {
  const token = randomBytes(24).toString('base64url');
  const now = new Date().toISOString();
  const opened = { id: randomUUID(), csrf: randomBytes(18).toString('base64url'), stage, login, created: now, seen: now, browser: request.headers['user-agent'] ?? '' };
  signIns.set(token, opened);
  if (stage === 'FULL') sessions.set(token, opened.csrf);
  return { status: 200, json: entryOf(opened), headers: { 'Set-Cookie': `fumikura=${token}; Path=/; HttpOnly; SameSite=Strict${keep ? '; Max-Age=2592000' : ''}` } };
}
async function answerAccount(path, method, cookie, request) {
  const alive = [...signIns].filter(([, s]) => !s.ended);
  if (path === '/sign-in-rules') {
    if (method === 'PUT') {
      if (request.headers['if-match'] !== `"${rulesVersion}"`) return problem(412, 'signin.rules-changed', 'Somebody else changed the rules.');
      Object.assign(signInRules, JSON.parse(await body(request)));
      rulesVersion++;
    }
    return { status: 200, json: signInRules, headers: { ETag: `"${rulesVersion}"` } };
  }
  if (path.startsWith('/second-factors/users/')) {
    const held = () => (path.endsWith(profile.id) ? passkeys.map(shownPasskey) : []);
    if (method === 'DELETE') passkeys.length = 0;
    return method === 'DELETE' ? { status: 204 } : { status: 200, json: { passkeys: held(), recoveryCodes: held().length ? 10 : 0 } };
  }
  if (path === '/second-factors/confirmation') {
    if (JSON.parse(await body(request)).secret !== 'demo') return problem(422, 'signin.confirm-wrong', 'Neither the password nor a code.');
    factor.confirmed = true;
    return { status: 204 };
  }
  if (path === '/second-factors') return { status: 200, json: { totpSince: factor.since, recoveryCodes: factor.since || passkeys.length ? 10 : 0, required: signInRules.secondFactorRequired } };
  if (path.startsWith('/second-factors/')) {
    if (!factor.confirmed) return problem(403, 'signin.confirm', 'Give your password once more.');
    if (path.endsWith('/recovery-codes')) return { status: 200, json: { recoveryCodes: CODES } };
    if (method === 'POST') return { status: 200, json: SEED };
    if (method === 'PUT' && JSON.parse(await body(request)).code !== '123456') return problem(422, 'factor.code-wrong', 'The code is wrong.');
    factor.since = method === 'PUT' ? new Date().toISOString() : undefined;
    factor.confirmed = method === 'PUT';
    return method === 'PUT' ? { status: 200, json: { recoveryCodes: CODES } } : { status: 204 };
  }
  const wanted = path.slice('/sessions/'.length);
  if (method === 'GET') {
    return {
      status: 200,
      json: alive.reverse().map(([token, s]) => ({
        id: s.id, userId: profile.id, loginId: profile.loginId, name: profile.name, mail: profile.mail, tenantName: profile.tenantName, address: '192.0.2.1', browser: s.browser,
        created: s.created, seen: s.seen, expires: s.seen, stage: s.stage, present: token === cookie,
      })),
    };
  }
  const ending = alive.filter(([token, s]) => (wanted ? s.id === wanted : token !== cookie));
  for (const [token, s] of ending) {
    s.ended = { reason: 'ENDED_BY_USER', by: '', at: new Date().toISOString() };
    sessions.delete(token);
  }
  return wanted ? { status: 204 } : { status: 200, json: { ended: ending.length } };
}

// --- Plans, settings and companies ----------------------------------------------------------------------------------------

const terms = (monthlyUploads, licences, customFields, features) => ({ monthlyUploads, maximumFileSize: 500 * 1024 * 1024, licences, customFields, features });
const tiers = [
  { id: 'business', label: { ja: 'ビジネス', en: 'Business' }, terms: terms(null, null, null, ['extraction.en']) },
  { id: 'light', label: { ja: 'ライト', en: 'Light' }, terms: terms(100, 5, 10, []) },
  { id: 'standard', label: { ja: 'スタンダード', en: 'Standard' }, terms: terms(1000, 20, 50, []) },
];
const usageOf = (plan) => ({
  plan: tiers.find((tier) => tier.id === plan), month: '2026-11', uploads: plan === 'light' ? 0 : 873, months: [{ month: '2026-11', uploads: 873 }, { month: '2026-10', uploads: 412 }],
  records: 4948, bytes: 7_300_000_000, users: 12, sessions: 7,
});
const settingsOf = (code) => ({ version: 0, value: { code, loginPattern: '{code}{number}', ownNameChange: true, signIn: { passwordPolicy: 'MODERN', secondFactorRequired: false, idleMinutes: 720, longestDays: 30 } } });
const ownSettings = settingsOf('demo');
const tenants = [['demo', profile.tenantName], ['minato', 'みなと製作所株式会社']].map(([code, name], i) => ({
  id: i ? randomUUID() : profile.tenantId, code, name, state: 'ACTIVE', reason: '', plan: 'standard', timeZone: 'Asia/Tokyo', ownNames: [name], ownNumbers: [], created: '2026-04-01T09:00:00+09:00', users: 12, version: 1,
}));
const tenantSettings = new Map(tenants.map((tenant) => [tenant.id, settingsOf(tenant.code)]));

async function changedSettings(settings, method, request) {
  if (method === 'PUT') {
    const wanted = JSON.parse(await body(request));
    if (!/^[\w.-]*\{code\}[\w.-]*\{number\}[\w.-]*$/.test(wanted.loginPattern)) return problem(400, 'tenant.login-pattern', 'No good pattern.', { codeMark: '{code}', numberMark: '{number}' });
    Object.assign(settings.value, wanted);
    settings.version++;
  }
  return { status: 200, json: settings.value, headers: { ETag: `"${settings.version}"` } };
}

async function answerTenants(path, method, url, request) {
  if (path === '/plugins') return { status: 200, json: [['PLAN_TIER', 'plan-standard'], ['READER', 'read-pdf']].map(([kind, name]) => ({ kind, bundle: `io.fumikura.${name}`, version: '1.0.0', component: '' })) };
  if (path === '/plans') return { status: 200, json: tiers };
  if (path === '/usage') return { status: 200, json: usageOf('standard') };
  if (path === '/tenant-settings') return changedSettings(ownSettings, method, request);
  if (path === '/tenants' && method === 'POST') {
    const { administrator, ...wanted } = JSON.parse(await body(request));
    if (tenants.some((tenant) => tenant.code === wanted.code)) return problem(409, 'tenant.code-taken', 'Another company has this code.');
    const tenant = { id: randomUUID(), state: 'ACTIVE', reason: '', created: new Date().toISOString(), users: administrator ? 1 : 0, version: 1, ...wanted };
    tenants.push(tenant);
    tenantSettings.set(tenant.id, settingsOf(tenant.code));
    return { status: 201, json: tenant };
  }
  if (path === '/tenants') {
    const q = (url.searchParams.get('q') ?? '').toLowerCase();
    const found = tenants.filter((tenant) => `${tenant.code}\n${tenant.name}`.toLowerCase().includes(q) && [null, tenant.state].includes(url.searchParams.get('state')) && [null, tenant.plan].includes(url.searchParams.get('plan')));
    return { status: 200, json: { tenants: found, total: found.length, next: null } };
  }
  const [, , id, what] = path.split('/');
  const tenant = tenants.find((one) => one.id === id);
  if (!tenant) return problem(404, 'tenant.unknown', 'There is no such company.');
  if (what === 'usage') return { status: 200, json: usageOf(tenant.plan) };
  if (what === 'settings') return changedSettings(tenantSettings.get(id), method, request);
  if (method !== 'GET') Object.assign(tenant, JSON.parse(await body(request)), { version: tenant.version + 1 });
  return { status: 200, json: tenant, headers: { ETag: `"${tenant.version}"` } };
}

const notices = [{ id: randomUUID(), tenant: null, tenantName: null, title: { ja: '定期点検のお知らせ', en: 'Maintenance' }, text: { ja: '土曜日の22時から24時まで停止します。', en: 'Off on Saturday from 22:00 to 24:00.' }, starts: '2026-11-01T09:00:00+09:00', ends: null, readers: 0, version: 1 }];
const readNotices = new Set();

async function answerNotices(path, method, request) {
  const [, what, id, read] = path.split('/');
  if (what === 'notices' && method === 'GET') {
    const now = new Date().toISOString();
    return {
      status: 200,
      json: notices.filter((one) => new Date(one.starts).toISOString() <= now && (!one.ends || one.ends > now)).map((one) => ({ id: one.id, title: one.title[profile.language], text: one.text[profile.language], starts: one.starts, fresh: !readNotices.has(one.id) })),
    };
  }
  if (read) {
    readNotices.add(id);
    return { status: 204 };
  }
  if (method === 'GET') return { status: 200, json: notices };
  const at = notices.findIndex((one) => one.id === id);
  if (method === 'DELETE') {
    notices.splice(at, 1);
    return { status: 204 };
  }
  const wanted = JSON.parse(await body(request));
  if (wanted.ends && wanted.ends <= wanted.starts) return problem(400, 'notice.period', 'A notice ends after it starts.');
  for (const words of [wanted.title, wanted.text]) words.en ||= words.ja;
  if (method === 'POST') notices.unshift({ id: randomUUID(), tenantName: null, readers: 0, version: 1, ...wanted });
  else Object.assign(notices[at], wanted, { version: notices[at].version + 1 });
  return { status: method === 'POST' ? 201 : 200, json: notices[Math.max(0, at)] };
}

async function answer(request, url) {
  const path = url.pathname.slice('/api/v1'.length);
  const method = request.method;
  const cookie = /(?:^|; )fumikura=([^;]+)/.exec(request.headers.cookie ?? '')?.[1];
  const session = sessions.get(cookie) ?? (secrets.has((request.headers.authorization ?? '').slice(7)) ? 'bearer' : undefined);
  if (path === '/health') {
    return {
      status: 200,
      json: {
        status: 'warning', live: true, ready: true,
        parts: {
          ...Object.fromEntries(Object.entries({
          blobs: { status: 'ok', message: '/var/lib/fumikura/blobs is writable' }, clock: { status: 'ok', message: 'within 0.1 s' }, database: { status: 'ok', message: 'H2 2.4.240, 3 ms' },
          disk: { status: 'ok', message: '212 GB free' }, fonts: { status: 'ok', message: 'Noto Sans CJK JP' }, index: { status: 'ok', message: '101,948 documents' },
          libreoffice: { status: 'warning', message: 'LibreOffice is not installed: Office files have no preview.', text: { ja: 'LibreOfficeがないため、Officeファイルのプレビューができません。', en: 'LibreOffice is not installed: Office files have no preview.' } }, 'ocr-languages': { status: 'ok', message: 'jpn, jpn_vert, eng' },
          }).map(([part, state]) => [part, { text: { ja: state.message, en: state.message }, ...state }])),
        },
      },
    };
  }
  if (path === '/health/live') return { status: 200, json: { live: true } };
  const opened = signIns.get(cookie);
  if (path.startsWith('/password-resets')) {
    const { token, wanted } = JSON.parse(await body(request));
    if (path === '/password-resets') return { status: 204 };
    if (token !== 'a'.repeat(43)) return problem(404, 'reset.unknown', 'This link was used.');
    if (path.endsWith('/look')) return { status: 200, json: { name: profile.name, loginId: profile.loginId, passwordRule: { policy: 'MODERN', minimum: 15 } } };
    return /^password/.test(wanted) ? problem(400, 'password.weak', 'Everybody tries such passwords.', { reason: 'common', minimum: 15 }) : { status: 204 };
  }
  if (path === '/session' && method === 'POST') {
    const { login, password, keep } = JSON.parse(await body(request));
    if (login !== password || !['demo', 'newcomer', 'two-step', 'must-add', 'too-many', 'terms'].includes(login)) return problem(401, 'signin.refused', 'Login or password is wrong.');
    return enter(request, { demo: factor.since || passkeys.length ? 'SECOND_FACTOR' : 'FULL', newcomer: 'PASSWORD_CHANGE', 'too-many': 'LICENCE', terms: 'TERMS' }[login] ?? 'SECOND_FACTOR', keep, login);
  }
  if (path === '/session/passkey/options') return usedPasskeyOptions(request, []);
  if (path === '/session/passkey') {
    const sent = JSON.parse(await body(request));
    return usePasskey(sent) ? enter(request, 'FULL', sent.keep, 'demo') : problem(422, 'passkey.refused', 'The passkey was refused.');
  }
  if (path.startsWith('/session/passkey/') && opened?.stage === 'SECOND_FACTOR') {
    if (path.endsWith('/options')) return path.includes('/first/') ? newPasskeyOptions(request) : usedPasskeyOptions(request, allowed());
    const sent = JSON.parse(await body(request));
    if (path.endsWith('/answer') && !usePasskey(sent)) return problem(422, 'passkey.refused', 'The passkey was refused.');
    const recoveryCodes = path.endsWith('/first') ? addPasskey(sent) : [];
    signIns.delete(cookie);
    const full = enter(request, 'FULL', false, 'demo');
    return path.endsWith('/first') ? { ...full, json: { session: full.json, recoveryCodes } } : full;
  }
  if (path === '/session' && method === 'GET' && opened && !opened.ended) return { status: 200, json: entryOf(opened) };
  if (path === '/session/password' && opened?.stage === 'PASSWORD_CHANGE') {
    const { wanted } = JSON.parse(await body(request));
    if (/^password/.test(wanted)) return problem(400, 'password.weak', 'Everybody tries such passwords.', { reason: 'common', minimum: 15 });
    signIns.delete(cookie);
    return enter(request, 'FULL', false);
  }
  if (path === '/session/terms' && opened?.stage === 'TERMS') {
    const left = ['PLATFORM', 'ACCESS', 'APPLICATION'].slice(opened.agreed ?? 0);
    if (method === 'GET') return { status: 200, json: left.map((document) => ({ document, version: '1', text: Array.from({ length: 30 }, (_, i) => `# ${i + 1}. 条項\n本文の例です。`).join('\n') })) };
    signIns.delete(cookie);
    if (method === 'DELETE') return { status: 204 };
    const fresh = enter(request, left.length > 1 ? 'TERMS' : 'FULL', false, 'terms');
    signIns.get(/fumikura=([^;]+)/.exec(fresh.headers['Set-Cookie'])[1]).agreed = (opened.agreed ?? 0) + 1;
    return fresh;
  }
  if (path === '/session/licences' && opened?.stage === 'LICENCE') {
    const holders = ['佐藤 恵子', '田中 翔'].map((name, i) => ({
      id: `33333333-0000-4000-8000-00000000000${i}`, userId: people[i].id, loginId: `demo-0${i}`, name, mail: `demo-0${i}@example.com`, tenantName: profile.tenantName, address: '192.0.2.1',
      browser: opened.browser, created: '2026-11-20T09:00:00+09:00', seen: '2026-11-20T09:30:00+09:00', expires: '2026-11-20T21:30:00+09:00', stage: 'FULL', present: false,
    }));
    if (method === 'GET') return { status: 200, json: holders };
    const { session: wanted } = JSON.parse(await body(request));
    signIns.delete(cookie);
    // The first is always faster taken by somebody else.
    return enter(request, wanted === holders[1].id ? 'FULL' : 'LICENCE', false, 'too-many');
  }
  if (path.startsWith('/session/second-factor') && opened?.stage === 'SECOND_FACTOR') {
    if (method === 'POST' && path.endsWith('/totp')) return { status: 200, json: SEED };
    const { code } = JSON.parse(await body(request));
    if (code.replaceAll(' ', '') !== '123456') return problem(422, 'factor.code-wrong', 'The code is wrong.');
    signIns.delete(cookie);
    const full = enter(request, 'FULL', false);
    return method === 'POST' ? full : { ...full, json: { session: full.json, recoveryCodes: CODES } };
  }
  if (opened?.ended) return problem(401, 'signin.ended', 'The session is over.', opened.ended);
  if (opened && opened.stage !== 'FULL') return problem(403, 'signin.stage', 'The sign-in is not complete.', { stage: opened.stage });
  if (!session) return problem(401, 'signin.required', 'Sign in first.');
  if (method !== 'GET' && request.headers['x-csrf-token'] !== session) return problem(403, 'csrf.missing', 'The X-CSRF-Token header is missing.');
  if (path === '/access-rules/application') return answerApplication(method, request);
  if (path === '/access-rules') return answerRules(method, request);
  if (path === '/mails' || path.startsWith('/mails/')) return answerMails(path, method, url);
  if (path === '/groups' || path.startsWith('/groups/')) return answerGroups(path, method, url, request);
  if (/^\/profile\/(account|mail|delegates|seals)/.test(path)) return answerOwn(path, method, url, request);
  if (/^\/users\/[^/]+\/seals$/.test(path)) return { status: 200, json: path.includes(profile.id) ? seals : [] };
  if (/^\/seals\/[^/]+\/image$/.test(path)) return { status: 200, bytes: DOT, headers: { 'Content-Type': 'image/png' } };
  if (/^\/seals\/[^/]+\/approval$/.test(path)) {
    const seal = seals.find((one) => path.includes(one.id));
    Object.assign(seal, { approved: new Date().toISOString(), approvedBy: profile.name });
    return { status: 200, json: seal };
  }
  if (path === '/mail-confirmations') return problem(404, 'mail.link', 'Over.');
  if (path === '/users' || path.startsWith('/users/')) return answerUsers(path, method, url, request);
  if (path === '/session' && method === 'GET') return { status: 200, json: { csrfToken: session, profile } };
  if (path === '/session' && method === 'DELETE') {
    sessions.delete(cookie);
    signIns.delete(cookie);
    return { status: 204 };
  }
  if (/^\/(notices|notice-board)(\/|$)/.test(path)) return answerNotices(path, method, request);
  if (/^\/(plans|plugins|usage|tenant-settings|tenants)(\/|$)/.test(path)) return answerTenants(path, method, url, request);
  if (path.startsWith('/passkeys')) return answerPasskeys(path, method, request);
  if (/^\/(sessions|sign-in-rules|second-factors)/.test(path)) return answerAccount(path, method, cookie, request);
  if (path === '/profile' && method === 'PATCH') {
    Object.assign(profile, JSON.parse(await body(request)));
    return { status: 200, json: profile };
  }
  if (path === '/profile/password') {
    const { current, wanted } = JSON.parse(await body(request));
    if (current !== 'demo') return problem(422, 'password.wrong', 'The present password is wrong.');
    if (wanted.length < 15) return problem(400, 'password.weak', 'A password has at least 15 characters.', { reason: 'short', minimum: 15 });
    return { status: 204 };
  }
  if (path === '/people') return { status: 200, json: people };
  if (path === '/tokens' && method === 'GET') return { status: 200, json: tokens };
  if (path === '/tokens') {
    const token = { id: randomUUID(), name: JSON.parse(await body(request)).name, created: new Date().toISOString(), lastUsed: null };
    tokens.unshift(token);
    const secret = `fk_${randomBytes(32).toString('base64url')}`;
    secrets.add(secret);
    return { status: 201, json: { token, secret } };
  }
  let m;
  if ((m = /^\/tokens\/([^/]+)$/.exec(path))) {
    tokens.splice(tokens.findIndex((t) => t.id === m[1]), 1);
    return { status: 204 };
  }
  if (path === '/ledgers') return { status: 200, json: ledgers };
  if (path === '/overview') {
    const counts = {};
    const all = [...byLedger.contracts, ...byLedger.books];
    for (const r of all) counts[r.state] = (counts[r.state] ?? 0) + 1;
    const newest = (rows) => rows.sort((a, b) => (a.registered < b.registered ? 1 : -1));
    const latest = newest([...byLedger.contracts.slice(-40), ...byLedger.books.slice(-40)]);
    const today = new Date().toISOString().slice(0, 10);
    return {
      status: 200,
      json: {
        recent: latest.slice(0, 10), working: latest.filter((r) => r.state === 'WAITING' || r.state === 'READING').slice(0, 10), counts,
        attention: latest.filter((r) => ['INCOMPLETE', 'PROTECTED', 'FAILED'].includes(r.state) || (r.values.end_date && r.values.end_date.date < today)).slice(0, 10),
      },
    };
  }
  if ((m = /^\/ledgers\/([^/]+)\/records$/.exec(path))) {
    if (!byLedger[m[1]]) return problem(404, 'ledger.unknown', 'There is no such ledger.');
    if (url.searchParams.get('keyword') === 'error500') return problem(503, 'search.unavailable', 'The index is away.');
    return list(m[1], url.searchParams);
  }
  if (path === '/uploads' && method === 'POST') {
    const data = await body(request);
    const name = url.searchParams.get('filename') ?? '';
    if (!name) return problem(400, 'upload.name', 'The file has no usable name.');
    if (!data.length) return problem(400, 'upload.empty', 'The file is empty.');
    if (/unsupported|\.zip$/i.test(name)) return problem(415, 'upload.unsupported', 'ZIP archives are not taken.', { type: 'application/zip' });
    if (/corrupt/i.test(name)) return problem(422, 'upload.corrupt', 'The PDF has no pages that can be read.');
    if (/quota/i.test(name)) return problem(429, 'upload.quota', 'The monthly quota is used up.', { limit: 500, used: 500 });
    const sha256 = createHash('sha256').update(data).digest('hex');
    const lines = [...data.toString('latin1').matchAll(/^\((.*)\) Tj/gm)].map((l) => l[1].replace(/\\(.)/g, '$1')).filter((l) => l.trim());
    const upload = { lines, name, ledger: url.searchParams.get('ledger'), size: data.length, sha256, password: request.headers['x-document-password'] };
    if (hashes.has(sha256)) {
      const id = randomUUID();
      pending.set(id, upload);
      return problem(409, 'upload.duplicate', 'The same file is registered already.', { pending: id, originals: hashes.get(sha256).map((r) => records.get(r)) });
    }
    const record = register(upload);
    return { status: 201, json: { record }, headers: { Location: `/api/v1/records/${record.id}` } };
  }
  if ((m = /^\/uploads\/([^/]+)\/confirm$/.exec(path))) {
    const upload = pending.get(m[1]);
    if (!upload) return problem(404, 'upload.unknown', 'Nothing is pending under this id.');
    pending.delete(m[1]);
    return { status: 201, json: { record: register(upload) } };
  }
  if ((m = /^\/uploads\/([^/]+)$/.exec(path)) && method === 'DELETE') {
    pending.delete(m[1]);
    return { status: 204 };
  }
  if ((m = /^\/records\/([^/]+)(\/.*)?$/.exec(path))) {
    const record = records.get(m[1]);
    if (!record) return problem(404, 'record.unknown', 'There is no such record.');
    const info = meta.get(record.id);
    const rest = m[2] ?? '';
    const guard = () => {
      const match = request.headers['if-match'];
      if (!match) return problem(428, 'version.missing', 'If-Match is missing.');
      if (match !== `"${record.version}"`) return problem(412, 'record.changed', 'Someone changed the record meanwhile.', { fields: info.last ?? [], by: info.lastBy ?? people[1].name });
      return null;
    };
    if (rest === '' && method === 'GET') return answerDetail(record);
    if (rest === '' && method === 'PATCH') {
      const change = JSON.parse(await body(request));
      const refused = guard();
      if (refused) return refused;
      info.history ??= [];
      info.last = Object.keys(change.values ?? {});
      info.lastBy = profile.name;
      for (const [id, value] of Object.entries(change.values ?? {})) {
        info.history.unshift({ entry: record.version + 10, at: new Date().toISOString(), by: profile.name, action: 'edited', field: id, from: textOf(record.values[id]), to: textOf(value ?? undefined) });
        if (value) record.values[id] = value;
        else delete record.values[id];
        info.users[id] = profile.id;
      }
      if (change.memo != null) info.memo = change.memo;
      if (change.tags) record.tags = change.tags;
      if (change.kind) record.kind = change.kind;
      if (change.group !== undefined) record.group = groups.find((g) => g.id === change.group);
      if (change.owner) record.owner = people.find((p) => p.id === change.owner);
      record.version++;
      record.state = isComplete(record) || info.completedByUser ? 'COMPLETE' : 'INCOMPLETE';
      publish(record);
      return answerDetail(record);
    }
    if (rest === '/access') {
      if (method === 'PUT') {
        const wanted = JSON.parse(await body(request));
        const refused = guard();
        if (refused) return refused;
        info.access = { ...wanted, byDefault: false };
        record.version++;
      }
      const access = info.access ?? { everyone: 'EDIT', owningGroup: 'NONE', grants: [], byDefault: true };
      return { status: 200, headers: { ETag: `"${record.version}"` }, json: { ...shownRights(access), byDefault: access.byDefault, group: record.group, owner: record.owner, editable: true } };
    }
    if (rest === '/completion') {
      const { complete } = JSON.parse(await body(request));
      const refused = guard();
      if (refused) return refused;
      info.completedByUser = complete;
      record.version++;
      record.state = complete || isComplete(record) ? 'COMPLETE' : 'INCOMPLETE';
      publish(record);
      return answerDetail(record);
    }
    if (rest === '/retry') {
      info.retried = true;
      record.version++;
      later(record, info);
      return answerDetail(record, 202);
    }
    if (rest === '/unlock') {
      const { password } = JSON.parse(await body(request));
      if (password !== 'open') return problem(422, 'document.password-wrong', 'The password does not open the file.');
      record.version++;
      later(record, info);
      return answerDetail(record, 202);
    }
    if (rest === '/history') {
      return {
        status: 200,
        json: [...(info.history ?? []),
          { entry: 2, at: new Date(Date.parse(record.registered) + 9000).toISOString(), by: '', action: 'extracted', field: '', from: '', to: '' },
          { entry: 1, at: record.registered, by: people[0].name, action: 'registered', field: '', from: '', to: record.fileName }],
      };
    }
    if (rest === '/original' || rest === '/pdf') return { status: 200, bytes: Buffer.from('%PDF-1.4\n%sample\n'), headers: { 'Content-Type': 'application/pdf', 'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(record.fileName)}` } };
    if (!record.previewable) return problem(422, 'preview.unavailable', 'The document has no preview.');
    const pages = document(record).pages;
    if (rest === '/pages') return { status: 200, json: pages.map((p, i) => ({ page: i + 1, width: p.width, height: p.height })) };
    let n;
    if ((n = /^\/pages\/(\d+)\/image$/.exec(rest))) {
      return { status: 200, bytes: Buffer.from(drawPage(pages[n[1] - 1])), headers: { 'Content-Type': 'image/svg+xml', 'Cache-Control': 'private, max-age=3600' } };
    }
    if ((n = /^\/pages\/(\d+)\/text$/.exec(rest))) {
      const p = pages[n[1] - 1];
      return { status: 200, json: { page: Number(n[1]), source: 'TEXT_LAYER', text: p.text, lines: p.lines, chars: p.chars.map((c) => Math.round(c * 1e4) / 1e4) } };
    }
    if (rest === '/hits') {
      const wanted = fold(url.searchParams.get('text') ?? '');
      const hits = [];
      if (wanted) pages.forEach((p, i) => {
        const text = fold(p.text);
        for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
          const end = at + wanted.length;
          hits.push({ page: i + 1, start: at, end, boxes: [[p.chars[at * 4], p.chars[at * 4 + 1], p.chars[(end - 1) * 4 + 2], p.chars[end * 4 - 1]]] });
        }
      });
      return { status: 200, json: hits };
    }
  }
  return problem(404, 'path.unknown', 'There is nothing here.');
}

const types = { '.html': 'text/html;charset=utf-8', '.js': 'text/javascript;charset=utf-8', '.css': 'text/css;charset=utf-8', '.svg': 'image/svg+xml', '.json': 'application/json', '.webmanifest': 'application/manifest+json', '.png': 'image/png' };
async function serveFile(url, response) {
  let path = normalize(decodeURIComponent(url.pathname));
  if (!extname(path)) path = '/index.html';
  try {
    let bytes = await readFile(join(STATIC, path));
    const headers = { 'Content-Type': types[extname(path)] ?? 'application/octet-stream', 'X-Content-Type-Options': 'nosniff' };
    if (path === '/index.html') {
      const nonce = randomBytes(16).toString('base64');
      bytes = Buffer.from(bytes.toString().replaceAll('__CSP_NONCE__', nonce));
      headers['Content-Security-Policy'] = `default-src 'self'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`;
      headers['Cache-Control'] = 'no-cache';
    }
    response.writeHead(200, headers).end(bytes);
  } catch {
    response.writeHead(404).end('Not found');
  }
}

createServer(async (request, response) => {
  const url = new URL(request.url, 'http://localhost');
  if (!url.pathname.startsWith('/api/')) return serveFile(url, response);
  if (url.pathname === '/api/v1/events') {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    response.write(': connected\n\n');
    streams.add(response);
    request.on('close', () => streams.delete(response));
    return undefined;
  }
  try {
    const result = await answer(request, url);
    const headers = { ...result.headers };
    if (result.problem) response.writeHead(result.status, { ...headers, 'Content-Type': 'application/problem+json' }).end(JSON.stringify(result.problem, absent));
    else if (result.bytes) response.writeHead(result.status, headers).end(result.bytes);
    else if (result.json) response.writeHead(result.status, { ...headers, 'Content-Type': 'application/json' }).end(JSON.stringify(result.json, absent));
    else response.writeHead(result.status, headers).end();
  } catch (error) {
    console.error(error);
    response.writeHead(500, { 'Content-Type': 'application/problem+json' }).end(JSON.stringify({ status: 500, code: 'internal', detail: String(error) }));
  }
  return undefined;
}).listen(PORT, '127.0.0.1', () => console.log(`mock on http://127.0.0.1:${PORT} (demo / demo)`));
setInterval(() => { for (const s of streams) s.write(': alive\n\n'); }, 15000).unref();
