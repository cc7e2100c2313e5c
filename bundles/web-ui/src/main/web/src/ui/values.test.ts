import { describe, expect, it } from 'vitest';
import type { FieldDefinition } from '../api/model';
import { readNumber } from './numerals';
import { formatAmount, formatDate, formatList, formatPeriod, formatSize, readAmount, readDate, readPeriod, readValue, sameValue } from './values';

const field = (type: FieldDefinition['type'], choices: FieldDefinition['choices'] = []): FieldDefinition => ({
  id: 'f', label: { ja: '項目', en: 'Field' }, type, role: 'MAIN', required: false, choices,
});

describe('several values', () => {
  it('are parted as each language parts them', () => {
    expect(formatList(['承認者', '署名者', '管理者'], 'ja')).toBe('承認者、署名者、管理者');
    expect(formatList(['Approver', 'Signer', 'Administrator'], 'en')).toBe('Approver, Signer, Administrator');
    expect(formatList([], 'en')).toBe('');
  });
});

describe('dates', () => {
  it.each([
    ['2024/4/1', '2024-04-01'], ['2024-04-01', '2024-04-01'], ['20240401', '2024-04-01'], ['２０２４年４月１日', '2024-04-01'], ['令和6年4月1日', '2024-04-01'],
    ['令和元年5月1日', '2019-05-01'], ['R6.4.1', '2024-04-01'], ['二〇二四年四月一日', '2024-04-01'], ['平成三十一年四月三十日', '2019-04-30'],
    ['April 1, 2024', '2024-04-01'], ['1st day of April 2024', '2024-04-01'], ['1 Apr. 2024', '2024-04-01'], ['2024 年 12 月 31 日', '2024-12-31'],
  ])('reads %s', (text, iso) => expect(readDate(text)).toBe(iso));
  it.each(['2023/02/29', '2024/13/01', '○○年○月○日', '', '12', '4/1/24', 'Smarch 1, 2024'])('refuses %s', (text) => expect(readDate(text)).toBeNull());
  it('shows western and Japanese years', () => {
    expect(formatDate('2024-04-01', 'ja', 'western')).toBe('2024/04/01');
    expect(formatDate('2024-04-01', 'ja', 'wareki')).toBe('令和6年4月1日');
    expect(formatDate('2019-05-01', 'ja', 'wareki')).toBe('令和元年5月1日');
    expect(formatDate('2019-04-30', 'ja', 'wareki')).toBe('平成31年4月30日');
  });
});

describe('amounts', () => {
  it.each([
    ['378,000円', '378000', 'JPY'], ['¥1,200', '1200', 'JPY'], ['￥１，２００－', '1200', 'JPY'], ['金壱百万円整', '1000000', 'JPY'], ['3億2,000万円', '320000000', 'JPY'],
    ['USD 1,234.50', '1234.50', 'USD'], ['$99', '99', 'USD'], ['€1,000', '1000', 'EUR'], ['▲500円', '-500', 'JPY'], ['-12', '-12', undefined], ['1,000円（税込）', '1000', 'JPY'],
    ['123456789012345678', '123456789012345678', undefined],
  ])('reads %s', (text, amount, currency) => expect(readAmount(text)).toEqual({ amount, ...(currency && { currency }) }));
  it.each(['', '円', 'abc', '○○円', '1.2.3'])('refuses %s', (text) => expect(readAmount(text)).toBeNull());
  it('shows currencies in the way of each language', () => {
    expect(formatAmount('378000', 'JPY', 'ja')).toBe('378,000 円');
    expect(formatAmount('378000', 'JPY', 'en')).toBe('¥378,000');
    expect(formatAmount('1234.5', 'USD', 'ja')).toBe('USD 1,234.50');
    expect(formatAmount('-1000', undefined, 'ja')).toBe('-1,000');
    expect(formatAmount('123456789012345678', undefined, 'ja')).toBe('123,456,789,012,345,678');
  });
});

describe('periods', () => {
  it.each([
    ['1年間', 'P1Y'], ['三か月前', 'P3M'], ['3ヶ月', 'P3M'], ['90日', 'P90D'], ['one (1) year', 'P1Y'], ['three (3) years', 'P3Y'], ['18 months', 'P18M'], ['thirty (30) days', 'P30D'],
    ['1年6か月', 'P1Y6M'], ['2 weeks', 'P14D'], ['p2y', 'P2Y'],
  ])('reads %s', (text, iso) => expect(readPeriod(text)).toBe(iso));
  it.each(['', '永久', 'forever', 'P'])('refuses %s', (text) => expect(readPeriod(text)).toBeNull());
  it('shows them', () => {
    expect(formatPeriod('P1Y6M', 'ja')).toBe('1年6か月');
    expect(formatPeriod('P1Y', 'en')).toBe('1 year');
    expect(formatPeriod('P3M', 'en')).toBe('3 months');
  });
});

describe('text chosen on a page', () => {
  it('becomes a value of the field', () => {
    expect(readValue('令和6年\n4月1日', field('DATE'))).toEqual({ type: 'DATE', date: '2024-04-01' });
    expect(readValue('自動的には更新されない', field('FLAG'))).toEqual({ type: 'FLAG', flag: false });
    expect(readValue('shall renew automatically', field('FLAG'))).toEqual({ type: 'FLAG', flag: true });
    expect(readValue('株式会社\nみなと物流', field('TEXT'))).toEqual({ type: 'TEXT', text: '株式会社みなと物流' });
    expect(readValue('Harbor &\nHill Ltd.', field('TEXT'))).toEqual({ type: 'TEXT', text: 'Harbor & Hill Ltd.' });
    expect(readValue('御請求書', field('CHOICE', [{ code: 'invoice', label: { ja: '請求書', en: 'Invoice' } }]))).toEqual({ type: 'CHOICE', choice: 'invoice' });
  });
  it('is refused where it does not fit', () => {
    expect(readValue('甲および乙', field('DATE'))).toBeNull();
    expect(readValue('  \n ', field('TEXT'))).toBeNull();
  });
});

it('reads Japanese numerals', () => {
  expect(readNumber('三百二十万')).toBe(3200000);
  expect(readNumber('十')).toBe(10);
  expect(readNumber('二〇')).toBe(20);
  expect(readNumber('甲')).toBeNull();
});

it('compares values whatever the order of their parts', () => {
  expect(sameValue({ type: 'AMOUNT', amount: '1', currency: 'JPY' }, { currency: 'JPY', amount: '1', type: 'AMOUNT' })).toBe(true);
  expect(sameValue(null, undefined)).toBe(true);
  expect(sameValue({ type: 'TEXT', text: 'a' }, null)).toBe(false);
});

it('shows sizes', () => {
  expect(formatSize(900)).toBe('900 B');
  expect(formatSize(2048)).toBe('2.0 KB');
  expect(formatSize(500 * 1024 * 1024)).toBe('500 MB');
});
