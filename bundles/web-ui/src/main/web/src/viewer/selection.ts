import type { PageText } from '../api/model';

export type Chosen = { text: string; page: number; start: number; end: number; rect: DOMRect };

type Point = { page: number; index: number };

function pointOf(node: Node, offset: number): Point | null {
  const element = node instanceof Element ? node : node.parentElement;
  const run = element?.closest<HTMLElement>('[data-start]');
  const layer = element?.closest<HTMLElement>('[data-text-page]');
  if (!layer) return null;
  const page = Number(layer.dataset.textPage);
  if (run) return { page, index: Number(run.dataset.start) + (node instanceof Element ? (offset ? (run.textContent?.length ?? 0) : 0) : offset) };
  // Between runs: the layer itself holds the selection's end, counted in runs.
  const child = layer.children[Math.min(offset, layer.children.length - 1)] as HTMLElement | undefined;
  if (!child) return null;
  return { page, index: Number(child.dataset.start) + (offset >= layer.children.length ? (child.textContent?.length ?? 0) : 0) };
}

/** Text of a range that may go over several pages. */
export function textBetween(from: Point, to: Point, textOf: (page: number) => PageText | undefined): string {
  const parts: string[] = [];
  for (let page = from.page; page <= to.page; page++) {
    const text = textOf(page)?.text ?? '';
    parts.push(text.slice(page === from.page ? from.index : 0, page === to.page ? to.index : text.length));
  }
  return parts.join('\n').trim();
}

/** What is selected on the pages, in terms of their text; null when nothing is, or something else. */
export function chosenText(root: HTMLElement, textOf: (page: number) => PageText | undefined): Chosen | null {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!root.contains(range.startContainer) || !root.contains(range.endContainer)) return null;
  const from = pointOf(range.startContainer, range.startOffset);
  const to = pointOf(range.endContainer, range.endOffset);
  if (!from || !to || from.page > to.page || (from.page === to.page && from.index >= to.index)) return null;
  const text = textBetween(from, to, textOf);
  if (!text) return null;
  return { text, page: from.page, start: from.index, end: to.index, rect: range.getBoundingClientRect() };
}
