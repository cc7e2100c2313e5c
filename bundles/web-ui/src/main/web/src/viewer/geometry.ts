import type { Box, PageSize, TextLine } from '../api/model';

export type Rotation = 0 | 90 | 180 | 270;
export const GAP = 16;
export const PADDING = 20;

export type Layout = { scale: number; width: number; height: number; pages: { top: number; left: number; width: number; height: number }[] };

/** Points to CSS pixels at 100 %. */
export const NATURAL = 96 / 72;

const turned = (size: PageSize, rotation: Rotation) => (rotation % 180 === 0 ? size : { ...size, width: size.height, height: size.width });

/** The scale at which the widest page fills the room. */
export function fitScale(sizes: PageSize[], rotation: Rotation, room: number): number {
  const widest = Math.max(1, ...sizes.map((s) => turned(s, rotation).width));
  return Math.max(0.1, (room - 2 * PADDING) / widest);
}

/** Where each page lies when they stand one below the other, each in the middle. */
export function layOut(sizes: PageSize[], rotation: Rotation, scale: number, room: number): Layout {
  const boxes = sizes.map((size) => {
    const { width, height } = turned(size, rotation);
    return { width: Math.round(width * scale), height: Math.round(height * scale) };
  });
  const width = Math.max(room, ...boxes.map((b) => b.width + 2 * PADDING));
  let top = PADDING;
  const pages = boxes.map((box) => {
    const page = { ...box, top, left: Math.round((width - box.width) / 2) };
    top += box.height + GAP;
    return page;
  });
  return { scale, width, height: top - GAP + PADDING, pages };
}

/** Indexes of the pages that touch the window, and a bit more; found by halving, so that long documents stay quick. */
export function visiblePages(layout: Layout, scrollTop: number, viewHeight: number, margin = 600): [number, number] {
  const { pages } = layout;
  const firstEndingAfter = (y: number) => {
    let low = 0;
    let high = pages.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pages[middle]!.top + pages[middle]!.height < y) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const first = firstEndingAfter(scrollTop - margin);
  let last = first;
  while (last + 1 < pages.length && pages[last + 1]!.top < scrollTop + viewHeight + margin) last++;
  return [Math.min(first, Math.max(0, pages.length - 1)), Math.min(last, pages.length - 1)];
}

/** The page that a reader would say to be on: the one that holds a line a third down the window. */
export function currentPage(layout: Layout, scrollTop: number, viewHeight: number): number {
  const line = scrollTop + viewHeight / 3;
  let page = 1;
  layout.pages.forEach((p, i) => {
    if (p.top <= line) page = i + 1;
  });
  return page;
}

/** A box after turning its page clockwise. */
export function rotateBox([l, t, r, b]: Box, rotation: Rotation): Box {
  switch (rotation) {
    case 0: return [l, t, r, b];
    case 90: return [1 - b, l, 1 - t, r];
    case 180: return [1 - r, 1 - b, 1 - l, 1 - t];
    case 270: return [t, 1 - r, b, 1 - l];
  }
}

/** Turns the page's element so that it fills its place again. */
export function turn(rotation: Rotation, width: number, height: number): string | undefined {
  switch (rotation) {
    case 0: return undefined;
    case 90: return `translate(${height}px, 0) rotate(90deg)`;
    case 180: return `translate(${width}px, ${height}px) rotate(180deg)`;
    case 270: return `translate(0, ${width}px) rotate(270deg)`;
  }
}

export const contains = ([l, t, r, b]: Box, x: number, y: number, slack = 0.002) => x >= l - slack && x <= r + slack && y >= t - slack && y <= b + slack;

/** Position that shows a box a third down the window, and sideways only as far as needed. */
export function scrollTarget(layout: Layout, page: number, box: Box | null, rotation: Rotation, view: { width: number; height: number; left: number }): { top: number; left: number } {
  const place = layout.pages[page - 1];
  if (!place) return { top: 0, left: view.left };
  if (!box) return { top: Math.max(0, place.top - PADDING), left: view.left };
  const [l, t, r] = rotateBox(box, rotation);
  const x1 = place.left + l * place.width;
  const x2 = place.left + r * place.width;
  const inside = x1 >= view.left + 8 && x2 <= view.left + view.width - 8;
  return {
    top: Math.max(0, place.top + t * place.height - view.height / 3),
    left: inside ? view.left : Math.max(0, x1 - 40),
  };
}

const WIDTHS = [800, 1200, 1600, 2400] as const;
/** Width of the image to ask for: sharp enough, and one of the few that the platform keeps. */
export const imageWidth = (cssWidth: number, pixelRatio: number) =>
  WIDTHS.find((w) => w >= cssWidth * Math.min(pixelRatio, 2) * 0.98) ?? 2400;

export type Run = { start: number; text: string; left: number; top: number; width: number; height: number; vertical: boolean };

/** Lines of a page as pieces of text with a place; a line with wide gaps (columns of a table) becomes several. */
export function textRuns(text: string, lines: TextLine[], chars: number[], size: { width: number; height: number }): Run[] {
  const runs: Run[] = [];
  for (const line of lines) {
    const [l, t, r, b] = line.box;
    const widthPt = (r - l) * size.width;
    const heightPt = (b - t) * size.height;
    const vertical = line.end - line.start > 1 && heightPt > widthPt * 1.8 && isVertical(chars, line);
    if (vertical || chars.length < line.end * 4) {
      runs.push({ start: line.start, text: text.slice(line.start, line.end), left: l, top: t, width: r - l, height: b - t, vertical });
      continue;
    }
    // Blanks often have no place of their own; they belong to the run that they stand in.
    let from = line.start;
    let left: number | null = null;
    let right = 0;
    const close = (end: number) => {
      if (left !== null && right > left) runs.push({ start: from, text: text.slice(from, end), left, top: t, width: right - left, height: b - t, vertical: false });
      from = end;
      left = null;
    };
    for (let i = line.start; i < line.end; i++) {
      if (!placed(chars, i)) continue;
      if (left !== null && (chars[i * 4]! - right) * size.width >= heightPt * 1.6) close(i);
      left ??= chars[i * 4]!;
      right = chars[i * 4 + 2]!;
    }
    close(line.end);
  }
  return runs;
}

const placed = (chars: number[], at: number) => chars[at * 4 + 2]! > chars[at * 4]! && chars[at * 4 + 3]! > chars[at * 4 + 1]!;

function isVertical(chars: number[], line: TextLine): boolean {
  let [first, last] = [line.start, line.end - 1];
  while (first < last && !placed(chars, first)) first++;
  while (last > first && !placed(chars, last)) last--;
  return chars.length >= line.end * 4 && chars[last * 4 + 1]! - chars[first * 4 + 1]! > Math.abs(chars[last * 4]! - chars[first * 4]!);
}

/** Boxes of a range of characters, joined along each line. */
export function boxesOf(chars: number[], start: number, end: number): Box[] {
  const boxes: Box[] = [];
  for (let i = start; i < end && i * 4 + 3 < chars.length; i++) {
    const [l, t, r, b] = [chars[i * 4]!, chars[i * 4 + 1]!, chars[i * 4 + 2]!, chars[i * 4 + 3]!];
    if (r <= l || b <= t) continue;
    const last = boxes.at(-1);
    if (last && t < last[3] && b > last[1] && l >= last[0] && l - last[2] < (b - t) * 3) {
      boxes[boxes.length - 1] = [last[0], Math.min(last[1], t), Math.max(last[2], r), Math.max(last[3], b)];
    } else boxes.push([l, t, r, b]);
  }
  return boxes;
}
