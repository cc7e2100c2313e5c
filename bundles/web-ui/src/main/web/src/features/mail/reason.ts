import type { TFunction } from 'i18next';

/** What the platform says of a failure, and how the texts call it. What a mail server said itself is left in its own words. */
const SENTENCES = [
  [/^Given up after (?<days>\d+) days: (?<words>.*)$/s, 'mail.why.givenUp'],
  [/^The mail server (?<server>\S+) does not accept the user name and password: (?<words>.*)$/s, 'mail.why.password'],
  [/^The certificate of the mail server (?<server>\S+) is not trusted: (?<words>.*?)\. Name its authority's certificate in "trust", or correct "host"\.$/s, 'mail.why.certificate'],
  [/^The mail server (?<server>\S+) can't be reached: (?<words>.*)$/s, 'mail.why.away'],
  [/^The mail server refuses the recipient: (?<words>.*)$/s, 'mail.why.recipient'],
  [/^The mail server refuses the sender's address: (?<words>.*)$/s, 'mail.why.sender'],
  [/^The mail server refuses the mail: (?<words>.*)$/s, 'mail.why.mail'],
  [/^The connection to the mail server broke in the middle of the mail: (?<words>.*)$/s, 'mail.why.broken'],
  [/^The mail server takes no addresses with other than ASCII letters/, 'mail.why.letters'],
  [/^The mail can't be read from the database: (?<words>.*)$/s, 'mail.why.unreadable'],
  [/^Mails go nowhere: "(?<setting>[a-z.]+)" in (?<words>\S+) must be .*$/s, 'mail.why.setting'],
] as const;

/** A reason in the person's language. */
export function reasonText(reason: string, t: TFunction): string {
  for (const [sentence, text] of SENTENCES) {
    const found = sentence.exec(reason);
    if (found) {
      const parts = { ...found.groups };
      if (text === 'mail.why.givenUp') parts.words = reasonText(parts.words ?? '', t);
      return (t as (key: string, parts: object) => string)(text, parts);
    }
  }
  return reason;
}
