/** What a person calls a browser, from what it says of itself: "Firefox, Windows". Undefined when nothing in it is known. */
export function browserName(agent: string): string | undefined {
  const program = [['Edg', 'Edge'], ['OPR', 'Opera'], ['Firefox', 'Firefox'], ['FxiOS', 'Firefox'], ['CriOS', 'Chrome'], ['Chrome', 'Chrome'], ['Safari', 'Safari']].find(([mark]) => agent.includes(`${mark}/`))?.[1];
  const system = [['iPhone', 'iPhone'], ['iPad', 'iPad'], ['Android', 'Android'], ['Windows', 'Windows'], ['Mac OS X', 'macOS'], ['CrOS', 'ChromeOS'], ['Linux', 'Linux']].find(([mark]) => agent.includes(mark!))?.[1];
  return program && system ? `${program}, ${system}` : program ?? (agent.split(/[\s(]/)[0] || undefined);
}
