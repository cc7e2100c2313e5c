import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const folder = new URL('.', import.meta.url).pathname;
const keys = (value: unknown, path = ''): string[] =>
  typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, inner]) => keys(inner, `${path}.${key}`)) : [path];
const read = (file: string) => JSON.parse(readFileSync(folder + file, 'utf8')) as Record<string, unknown>;
// A plural has as many forms as its language asks for.
const plain = (all: string[]) => [...new Set(all.map((key) => key.replace(/_(one|other)$/, '')))].sort();
const japanese = readdirSync(folder).filter((file) => /(^|\.)ja\.json$/.test(file));

describe('texts', () => {
  it.each(japanese)('%s says the same things as its English pair', (file) => {
    expect(plain(keys(read(file.replace(/ja\.json$/, 'en.json'))))).toEqual(plain(keys(read(file))));
  });

  it('no feature uses a top-level key of another', () => {
    const tops = japanese.filter((file) => !file.startsWith('errors.')).flatMap((file) => Object.keys(read(file)));
    expect(tops).toEqual([...new Set(tops)]);
  });
});
