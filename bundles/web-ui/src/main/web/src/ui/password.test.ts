import { describe, expect, it } from 'vitest';
import { checks, strength } from './password';

const open = (password: string, policy: 'MODERN' | 'CLASSIC', minimum: number) =>
  checks(password, { policy, minimum }).filter((check) => !check.met).map((check) => check.name);

describe('checks', () => {
  it('count characters, not code units', () => {
    expect(open('𠮷'.repeat(14), 'MODERN', 15)).toEqual(['length']);
    expect(open('𠮷'.repeat(15), 'MODERN', 15)).toEqual([]);
  });
  it('know the characters of the classic rule', () => {
    expect(open('kT9-wq2L', 'CLASSIC', 8)).toEqual([]);
    expect(open('kT9-wq2?', 'CLASSIC', 8)).toEqual(['characters']);
    expect(open('ｋT9-wq2L', 'CLASSIC', 8)).toEqual(['characters']);
    expect(open('kTx-wqxL', 'CLASSIC', 8)).toEqual(['classes']);
    expect(open('', 'CLASSIC', 8)).toEqual(['length', 'characters', 'classes']);
  });
});

describe('strength', () => {
  it('is not fooled by repetition and runs', () => {
    expect(strength('aaaaaaaaaaaaaaaaaaaaaaaa')).toBe(0);
    expect(strength('abcdefghijklmnopqrstuvwxyz')).toBe(0);
    expect(strength('12345678901234567890')).toBe(0);
  });
  it('grows with length', () => {
    expect(strength('kT9w')).toBe(0);
    expect(strength('kT9-wq2L')).toBeLessThan(strength('kT9-wq2L-mm4X-79aB'));
    expect(strength('correct horse battery staple')).toBe(3);
    expect(strength('うさぎが月で餅をついている夜だ')).toBe(3);
  });
});
