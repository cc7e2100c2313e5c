// Numbers as Japanese documents write them.
const DIGITS: Record<string, number> = {
  〇: 0, 零: 0, 一: 1, 壱: 1, 壹: 1, 二: 2, 弐: 2, 貳: 2, 三: 3, 参: 3, 參: 3, 四: 4, 五: 5, 伍: 5, 六: 6, 七: 7, 八: 8, 九: 9,
};
const SMALL: Record<string, number> = { 十: 10, 拾: 10, 百: 100, 千: 1000, 阡: 1000 };
const LARGE: Record<string, number> = { 万: 1e4, 萬: 1e4, 億: 1e8, 兆: 1e12 };

/** NFKC, and one sort of dash, so that full-width forms read like half-width ones. */
export const narrow = (text: string) => text.normalize('NFKC').replace(/[‐‑–—―−]/g, '-').trim();

/** Reads 12, 1,200, 二〇二四, 三百万, 1億2,000万; null for anything else. */
export function readNumber(input: string): number | null {
  const text = narrow(input).replace(/[,\s]/g, '');
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text);
  if (/^[〇零一二三四五六七八九]+$/.test(text) && text.length > 1) return Number([...text].map((c) => DIGITS[c]).join(''));
  if (!/^[\d.〇零一壱壹二弐貳三参參四五伍六七八九十拾百千阡万萬億兆]+$/.test(text)) return null;
  let total = 0;
  let section = 0;
  let number: number | null = null;
  for (const part of text.match(/[\d.]+|./g) ?? []) {
    if (/^[\d.]+$/.test(part)) number = Number(part);
    else if (part in DIGITS) number = (number ?? 0) * 10 + DIGITS[part]!;
    else if (part in SMALL) {
      section += (number ?? 1) * SMALL[part]!;
      number = null;
    } else {
      total += (section + (number ?? 0) || 1) * LARGE[part]!;
      section = 0;
      number = null;
    }
  }
  const value = total + section + (number ?? 0);
  return Number.isFinite(value) ? value : null;
}
