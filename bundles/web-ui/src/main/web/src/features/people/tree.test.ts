import { describe, expect, it } from 'vitest';
import type { Group } from './api';
import { folded, matching, subtree } from './tree';

const group = (id: string, parent: string | null, name: string): Group =>
  ({ id, name, path: [name], members: 0, version: 1, managed: true, ...(parent && { parent }) });
const groups = [group('1', null, '本社'), group('2', '1', '営業部'), group('3', '2', 'Ｅast がーど'), group('4', '1', '法務部')];

describe('the tree of groups', () => {
  it('finds names in any writing and shows the groups above them', () => {
    expect(matching(groups, 'eastガード').map((g) => g.id)).toEqual(['1', '2', '3']);
    expect(matching(groups, '').length).toBe(4);
    expect(matching(groups, '経理')).toEqual([]);
  });

  it('knows what is below a group', () => {
    expect([...subtree(groups, groups[1]!)]).toEqual(['2', '3']);
  });

  it('folds as the server does', () => {
    expect(folded('ヤマダ　Ｔaro')).toBe(folded('やまだtaro'));
  });
});
