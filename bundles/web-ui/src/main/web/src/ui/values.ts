import type { FieldDefinition, FieldValue, Label, Language } from '../api/model';
import { narrow, readNumber } from './numerals';

export type DateStyle = 'western' | 'wareki';

const ERAS = [
  { name: '令和', letter: 'R', start: '2019-05-01', base: 2018 },
  { name: '平成', letter: 'H', start: '1989-01-08', base: 1988 },
  { name: '昭和', letter: 'S', start: '1926-12-25', base: 1925 },
  { name: '大正', letter: 'T', start: '1912-07-30', base: 1911 },
] as const;

const pad = (n: number, length = 2) => String(n).padStart(length, '0');
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function isoDate(year: number | null, month: number | null, day: number | null): string | null {
  if (year === null || month === null || day === null || year < 1 || year > 9999) return null;
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
}

/** Reads a day in any form people type or documents print; null when it is none. */
export function readDate(input: string): string | null {
  const text = narrow(input);
  const compact = text.replace(/\s/g, '');
  const N = '[\\d〇零一二三四五六七八九十]+';
  let m = /^(\d{4})(\d{2})(\d{2})$/.exec(compact);
  if (m) return isoDate(Number(m[1]), Number(m[2]), Number(m[3]));
  m = /^(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(compact);
  if (m && m[1]!.length > 2) return isoDate(Number(m[1]), Number(m[2]), Number(m[3]));
  m = new RegExp(`^(令和|平成|昭和|大正|[RHSTrhst])(元|${N})[年./-](${N})[月./-](${N})日?$`).exec(compact);
  if (m) {
    const era = ERAS.find((e) => e.name === m![1] || e.letter === m![1]!.toUpperCase())!;
    const year = m[2] === '元' ? 1 : readNumber(m[2]!);
    return isoDate(year === null ? null : era.base + year, readNumber(m[3]!), readNumber(m[4]!));
  }
  m = new RegExp(`^(?:西暦)?(${N})年(${N})月(${N})日?$`).exec(compact);
  if (m) return isoDate(readNumber(m[1]!), readNumber(m[2]!), readNumber(m[3]!));
  m = /^([A-Za-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/.exec(text);
  if (m) return isoDate(Number(m[3]), monthNamed(m[1]!), Number(m[2]));
  m = /^(\d{1,2})(?:st|nd|rd|th)?(?:\s+day\s+of|\s+of)?\s+([A-Za-z]+)\.?,?\s+(\d{4})$/.exec(text);
  if (m) return isoDate(Number(m[3]), monthNamed(m[2]!), Number(m[1]));
  return null;
}

function monthNamed(name: string): number | null {
  const at = MONTHS.findIndex((month) => name.length >= 3 && name.toLowerCase().startsWith(month));
  return at < 0 ? null : at + 1;
}

export function formatDate(iso: string, language: Language, style: DateStyle): string {
  const [year = 0, month = 0, day = 0] = iso.split('-').map(Number);
  if (style === 'wareki') {
    const era = ERAS.find((e) => iso >= e.start);
    if (era) {
      const n = year - era.base;
      return language === 'ja' ? `${era.name}${n === 1 ? '元' : n}年${month}月${day}日` : `${era.letter}${n}.${month}.${day}`;
    }
  }
  return `${pad(year, 4)}/${pad(month)}/${pad(day)}`;
}

export function formatTime(iso: string, language: Language, style: DateStyle): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  const day = `${pad(at.getFullYear(), 4)}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`;
  return `${formatDate(day, language, style)} ${pad(at.getHours())}:${pad(at.getMinutes())}`;
}

/** Groups the digits of a plain decimal without going through floating point. */
export function groupDigits(plain: string): string {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(plain) ?? [];
  if (!whole) return plain;
  const kept = fraction.replace(/0+$/, '');
  return sign + whole.replace(/\B(?=(\d{3})+$)/g, ',') + (kept ? `.${kept.padEnd(2, '0')}` : '');
}

export function formatAmount(amount: string, currency: string | undefined, language: Language): string {
  const digits = groupDigits(amount);
  if (!currency) return digits;
  if (currency === 'JPY') return language === 'ja' ? `${digits} 円` : `¥${digits}`;
  return `${currency} ${digits}`;
}

const CURRENCY_SIGNS: [RegExp, string][] = [
  [/[¥￥円]|\bjpy\b|\byen\b/i, 'JPY'], [/us\$|\busd\b|米ドル|ドル|\$|\bdollars?\b/i, 'USD'], [/€|\beur\b|ユーロ|\beuros?\b/i, 'EUR'],
  [/£|\bgbp\b|ポンド/i, 'GBP'], [/\bcny\b|\brmb\b|人民元|元$/i, 'CNY'], [/\bkrw\b|₩|ウォン/i, 'KRW'], [/\bsgd\b|s\$/i, 'SGD'],
];

/** Reads an amount of money as people and documents write it. */
export function readAmount(input: string): { amount: string; currency?: string } | null {
  const text = narrow(input).replace(/\\/g, '¥');
  const currency = CURRENCY_SIGNS.find(([sign]) => sign.test(text))?.[1];
  const negative = /^\s*[▲△-]|^\(.*\)$|^[^\d]*-\s*\d/.test(text);
  const bare = text
    .replace(/[(（].*?[)）]/g, (part) => (/\d/.test(part) && part.length === text.length ? part.slice(1, -1) : ''))
    .replace(/us\$|s\$|[¥￥円$€£₩金整也▲△]|\b(jpy|usd|eur|gbp|cny|rmb|krw|sgd|yen|dollars?|euros?)\b|米?ドル|ユーロ|ポンド|人民元|ウォン|税込|税別|税抜/gi, '')
    .replace(/-/g, '')
    .trim();
  const plain = /^[\d,\s]+(\.\d+)?$/.test(bare) ? bare.replace(/[,\s]/g, '') : null;
  if (plain !== null && /\d/.test(plain)) {
    const [whole = '0', fraction] = plain.split('.');
    return { amount: (negative ? '-' : '') + (whole.replace(/^0+(?=\d)/, '') || '0') + (fraction ? `.${fraction}` : ''), ...(currency && { currency }) };
  }
  const number = bare ? readNumber(bare) : null;
  return number === null ? null : { amount: (negative ? '-' : '') + String(number), ...(currency && { currency }) };
}

const ENGLISH_NUMBERS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

/** Reads 1年間, 三か月前, 90日, one (1) year, 18 months as an ISO period. */
export function readPeriod(input: string): string | null {
  const text = narrow(input).toLowerCase();
  const iso = /^p(?:(\d+)y)?(?:(\d+)m)?(?:(\d+)d)?$/.exec(text);
  if (iso && (iso[1] || iso[2] || iso[3])) return text.toUpperCase();
  const numbers = '[\\d〇零一二三四五六七八九十百]+';
  const parts = { Y: 0, M: 0, D: 0 };
  const compact = text.replace(/\s/g, '');
  const japanese = new RegExp(`(${numbers})(年|[かヶケカヵ箇]月|月|週|日)`, 'g');
  let found = false;
  for (const m of compact.matchAll(japanese)) {
    const n = readNumber(m[1]!) ?? 0;
    if (m[2] === '年') parts.Y += n;
    else if (m[2] === '日') parts.D += n;
    else if (m[2] === '週') parts.D += n * 7;
    else parts.M += n;
    found = n > 0 || found;
  }
  if (!found) {
    for (const m of text.matchAll(/(\d+|[a-z]+)\s*(?:\((\d+)\)\s*)?-?(year|month|week|day)s?/g)) {
      const n = m[2] ? Number(m[2]) : /^\d+$/.test(m[1]!) ? Number(m[1]) : ENGLISH_NUMBERS.indexOf(m[1]!);
      if (n <= 0) continue;
      if (m[3] === 'year') parts.Y += n;
      else if (m[3] === 'month') parts.M += n;
      else parts.D += m[3] === 'week' ? n * 7 : n;
      found = true;
    }
  }
  if (!found) return null;
  const out = `P${parts.Y ? `${parts.Y}Y` : ''}${parts.M ? `${parts.M}M` : ''}${parts.D ? `${parts.D}D` : ''}`;
  return out === 'P' ? null : out;
}

export function formatPeriod(iso: string, language: Language): string {
  const [, years, months, weeks, days] = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/.exec(iso) ?? [];
  const parts: [string | undefined, string, string][] = [
    [years, '年', 'year'], [months, 'か月', 'month'], [weeks, '週', 'week'], [days, '日', 'day'],
  ];
  const shown = parts
    .filter(([n]) => n && n !== '0')
    .map(([n, ja, en]) => (language === 'ja' ? `${n}${ja}` : `${n} ${en}${n === '1' ? '' : 's'}`));
  return shown.length ? shown.join(language === 'ja' ? '' : ' ') : iso;
}

export const inLanguage = (label: Label, language: Language) => label[language] || label.en || label.ja;

/** A、B、C or A, B, C. */
export const formatList = (items: string[], language: Language) => new Intl.ListFormat(language, { type: 'conjunction', style: 'narrow' }).format(items);

export type Words = { yes: string; no: string };

export function formatValue(value: FieldValue, field: FieldDefinition | undefined, language: Language, style: DateStyle, words: Words): string {
  switch (value.type) {
    case 'TEXT': return value.text;
    case 'TEXTS': return formatList(value.texts, language);
    case 'DATE': return formatDate(value.date, language, style);
    case 'AMOUNT': return formatAmount(value.amount, value.currency, language);
    case 'FLAG': return value.flag ? words.yes : words.no;
    case 'PERIOD': return formatPeriod(value.period, language);
    case 'CHOICE': {
      const choice = field?.choices.find((c) => c.code === value.choice);
      return choice ? inLanguage(choice.label, language) : value.choice;
    }
  }
}

const FLAG_WORDS: [RegExp, boolean][] = [
  [/しない|されない|なし|無し|^無$|いいえ|shall not|does not|not\s+(?:be\s+)?(?:auto|renew)|^no$|^false$/i, false],
  [/する|される|あり|有り|^有$|はい|renew|automatic|^yes$|^true$/i, true],
];

/** Turns text chosen on a page, or typed, into a value of the field; null when it does not fit. */
export function readValue(text: string, field: FieldDefinition): FieldValue | null {
  const clean = text.replace(/\s*\n\s*/g, (gap) => (/[\u3000-\u9fff]/.test(text) ? '' : gap.includes('\n') ? ' ' : gap)).trim();
  if (!clean) return null;
  switch (field.type) {
    case 'TEXT': return { type: 'TEXT', text: clean.slice(0, 2000) };
    case 'TEXTS': return { type: 'TEXTS', texts: [clean.slice(0, 2000)] };
    case 'DATE': {
      const date = readDate(clean);
      return date ? { type: 'DATE', date } : null;
    }
    case 'AMOUNT': {
      const read = readAmount(clean);
      return read ? { type: 'AMOUNT', ...read } : null;
    }
    case 'PERIOD': {
      const period = readPeriod(clean);
      return period ? { type: 'PERIOD', period } : null;
    }
    case 'FLAG': {
      const found = FLAG_WORDS.find(([words]) => words.test(clean));
      return found ? { type: 'FLAG', flag: found[1] } : null;
    }
    case 'CHOICE': {
      const wanted = narrow(clean).toLowerCase();
      const choice = field.choices.find((c) => [c.code, c.label.ja, c.label.en].some((name) => narrow(name).toLowerCase() === wanted))
        ?? field.choices.find((c) => wanted.includes(narrow(c.label.ja).toLowerCase()));
      return choice ? { type: 'CHOICE', choice: choice.code } : null;
    }
  }
}

/** Whether two values mean the same; absent equals absent. */
export const sameValue = (a: FieldValue | null | undefined, b: FieldValue | null | undefined) =>
  JSON.stringify(a ?? null, sortedKeys) === JSON.stringify(b ?? null, sortedKeys);
const sortedKeys = (_: string, v: unknown) =>
  v && typeof v === 'object' && !Array.isArray(v) ? Object.fromEntries(Object.entries(v).sort(([x], [y]) => (x < y ? -1 : 1))) : v;

export function formatSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const units = ['KB', 'MB', 'GB'];
  let n = bytes / 1024;
  let at = 0;
  while (n >= 1000 && at < units.length - 1) {
    n /= 1024;
    at++;
  }
  return `${n < 10 ? n.toFixed(1) : Math.round(n)} ${units[at]}`;
}
