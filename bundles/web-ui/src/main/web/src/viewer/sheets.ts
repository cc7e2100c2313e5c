import type { PageSize } from '../api/model';
import type { Rotation } from './geometry';

/** Paper in millimetres; its name joins a page of the document with its rule. */
export type Sheet = { name: string; width: number; height: number };

const MILLIMETRES = 25.4 / 72;
const A4 = { width: 210, height: 297 };
/** Nobody has paper smaller than a card or larger than A2. */
const SMALLEST = 50;
const LARGEST = 600;

/** The paper for a page: its own size; A4 the same way round where no paper is of that size, as for photographs. */
export function sheetOf({ width, height }: PageSize, rotation: Rotation): Sheet {
  let own = { width: Math.round(width * MILLIMETRES), height: Math.round(height * MILLIMETRES) };
  if (Math.min(own.width, own.height) < SMALLEST || Math.max(own.width, own.height) > LARGEST) {
    own = own.width > own.height ? { width: A4.height, height: A4.width } : A4;
  }
  const paper = rotation % 180 === 0 ? own : { width: own.height, height: own.width };
  return { name: `sheet-${paper.width}-${paper.height}`, ...paper };
}

/** The rules that give each page its paper, without margins: the document brings its own. */
export function sheetRules(pages: PageSize[], rotation: Rotation): string {
  const sheets = new Map(pages.map((page) => sheetOf(page, rotation)).map((sheet) => [sheet.name, sheet]));
  return [...sheets.values()].map(({ name, width, height }) => `@page ${name} { size: ${width}mm ${height}mm; margin: 0; }`).join('\n');
}
