import type { Group } from './api';

/** As the server folds names for searching: case, width, kana and blanks do not count. */
export const folded = (text: string) =>
  text.normalize('NFKC').toLowerCase().replace(/\s/g, '').replace(/[ぁ-ゖ]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 96));

/** The groups whose names contain a text, with all groups above them, in the order of the tree. */
export function matching(groups: Group[], text: string): Group[] {
  const wanted = folded(text);
  if (!wanted) return groups;
  const shown = new Set<string>();
  const byId = new Map(groups.map((group) => [group.id, group]));
  for (const group of groups) {
    if (!folded(group.name).includes(wanted)) continue;
    for (let at: Group | undefined = group; at && !shown.has(at.id); at = at.parent ? byId.get(at.parent) : undefined) shown.add(at.id);
  }
  return groups.filter((group) => shown.has(group.id));
}

/** A group and all below it: where it can't be moved to. */
export function subtree(groups: Group[], top: Group): Set<string> {
  const inside = new Set([top.id]);
  for (const group of groups) if (group.parent && inside.has(group.parent)) inside.add(group.id);
  return inside;
}

export const pathOf = (path: string[]) => path.join(' / ');
