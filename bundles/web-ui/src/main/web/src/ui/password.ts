export type PasswordRule = { policy: 'MODERN' | 'CLASSIC'; minimum: number };
type Check = { name: 'length' | 'characters' | 'classes'; met: boolean };

/** What a form can tell while typing; common passwords are found by the platform. */
export function checks(password: string, rule: PasswordRule): Check[] {
  const length: Check = { name: 'length', met: [...password].length >= rule.minimum };
  if (rule.policy === 'MODERN') return [length];
  const characters = /^[A-Za-z0-9!#$%&'_-]*$/.test(password) && password !== '';
  return [length, { name: 'characters', met: characters }, { name: 'classes', met: /[A-Za-z]/.test(password) && /[0-9]/.test(password) && /[!#$%&'_-]/.test(password) }];
}

/** A rough measure, 0 to 3: how many bits a password would have whose characters were drawn freely; those that come again count less. */
export function strength(password: string): 0 | 1 | 2 | 3 {
  const characters = [...password.normalize('NFKC')];
  const distinct = new Set(characters).size;
  const pool = [[/[a-z]/, 26], [/[A-Z]/, 26], [/[0-9]/, 10], [/[ -/:-@[-`{-~]/, 33], [/[^ -~]/, 100]] as const;
  const size = pool.reduce((sum, [kind, letters]) => sum + (characters.some((c) => kind.test(c)) ? letters : 0), 0);
  const effective = Math.min(characters.length, distinct * 1.6);
  // A run of neighbours in the alphabet is worth little, however long.
  const jumps = characters.filter((c, i) => i === 0 || Math.abs(c.codePointAt(0)! - characters[i - 1]!.codePointAt(0)!) > 1).length;
  const bits = Math.min(effective, jumps * 1.3) * Math.log2(Math.max(size, 2)) * 0.7;
  return bits < 28 ? 0 : bits < 45 ? 1 : bits < 65 ? 2 : 3;
}
