import { describe, expect, it } from 'vitest';
import { boxesOf, currentPage, fitScale, imageWidth, layOut, rotateBox, scrollTarget, textRuns, visiblePages } from './geometry';

const sizes = Array.from({ length: 1000 }, (_, i) => ({ page: i + 1, width: 595, height: 842 }));

describe('pages', () => {
  const layout = layOut(sizes, 0, 1, 800);
  it('stand one below the other in the middle', () => {
    expect(layout.pages[0]).toEqual({ top: 20, left: 103, width: 595, height: 842 });
    expect(layout.pages[1]!.top).toBe(20 + 842 + 16);
    expect(layout.height).toBe(20 + 1000 * 842 + 999 * 16 + 20);
  });
  it('are drawn only near the window', () => {
    expect(visiblePages(layout, 0, 900, 0)).toEqual([0, 1]);
    const [first, last] = visiblePages(layout, 500_000, 900);
    expect(last - first).toBeLessThan(5);
    expect(layout.pages[first]!.top).toBeLessThan(500_000);
    expect(visiblePages(layout, 10_000_000, 900)).toEqual([999, 999]);
  });
  it('are counted from the one that is read', () => {
    expect(currentPage(layout, 0, 900)).toBe(1);
    expect(currentPage(layout, 842, 900)).toBe(2);
    expect(currentPage(layout, layout.height, 900)).toBe(1000);
  });
  it('fit the room, turned or not', () => {
    expect(fitScale(sizes, 0, 635)).toBeCloseTo(1);
    expect(fitScale(sizes, 90, 882)).toBeCloseTo(1);
    expect(layOut(sizes, 90, 1, 100).pages[0]).toMatchObject({ width: 842, height: 595, left: 20 });
  });
});

describe('boxes', () => {
  it('turn with their page, and four turns are none', () => {
    expect(rotateBox([0, 0, 0.5, 0.1], 90)).toEqual([0.9, 0, 1, 0.5]);
    let box: [number, number, number, number] = [0.125, 0.25, 0.375, 0.5];
    for (let i = 0; i < 4; i++) box = rotateBox(box, 90);
    expect(box).toEqual([0.125, 0.25, 0.375, 0.5]);
    expect(rotateBox(rotateBox([0.125, 0.25, 0.375, 0.5], 90), 270)).toEqual([0.125, 0.25, 0.375, 0.5]);
  });
  it('are scrolled to a third down the window, sideways only when hidden', () => {
    const layout = layOut(sizes.slice(0, 3), 0, 1, 800);
    expect(scrollTarget(layout, 2, [0.1, 0.5, 0.2, 0.52], 0, { width: 800, height: 900, left: 0 })).toEqual({ top: 878 + 421 - 300, left: 0 });
    expect(scrollTarget(layout, 1, [0.9, 0.01, 0.95, 0.02], 0, { width: 300, height: 900, left: 0 }).left).toBeGreaterThan(500);
    expect(scrollTarget(layout, 9, null, 0, { width: 1, height: 1, left: 7 })).toEqual({ top: 0, left: 7 });
  });
  it('join along a line and part between lines', () => {
    const chars = [0.1, 0.1, 0.2, 0.12, 0.2, 0.1, 0.3, 0.12, 0.1, 0.2, 0.2, 0.22];
    expect(boxesOf(chars, 0, 3)).toEqual([[0.1, 0.1, 0.3, 0.12], [0.1, 0.2, 0.2, 0.22]]);
    expect(boxesOf([], 0, 3)).toEqual([]);
  });
});

describe('text', () => {
  const size = { width: 1000, height: 1000 };
  it('parts a line at wide gaps', () => {
    const chars = [0.1, 0.1, 0.12, 0.12, 0.12, 0.1, 0.14, 0.12, 0.6, 0.1, 0.62, 0.12];
    const runs = textRuns('abc', [{ start: 0, end: 3, box: [0.1, 0.1, 0.62, 0.12] }], chars, size);
    expect(runs.map((r) => [r.text, r.start])).toEqual([['ab', 0], ['c', 2]]);
  });
  it('keeps a line whole over blanks without a place', () => {
    const chars = [0.1, 0.1, 0.12, 0.12, 0, 0, 0, 0, 0.13, 0.1, 0.15, 0.12, 0, 0, 0, 0];
    const runs = textRuns('a b ', [{ start: 0, end: 4, box: [0.1, 0.1, 0.15, 0.12] }], chars, size);
    expect(runs).toEqual([{ start: 0, text: 'a b ', left: 0.1, top: 0.1, width: expect.closeTo(0.05) as number, height: expect.closeTo(0.02) as number, vertical: false }]);
  });
  it('knows vertical lines', () => {
    const chars = [0.5, 0.1, 0.52, 0.12, 0.5, 0.12, 0.52, 0.14, 0.5, 0.14, 0.52, 0.16];
    const [run] = textRuns('縦書き', [{ start: 0, end: 3, box: [0.5, 0.1, 0.52, 0.16] }], chars, size);
    expect(run?.vertical).toBe(true);
  });
});

it('asks for the smallest image that is sharp', () => {
  expect(imageWidth(600, 1)).toBe(800);
  expect(imageWidth(800, 1.5)).toBe(1200);
  expect(imageWidth(1400, 3)).toBe(2400);
});
