import type { TFunction } from 'i18next';
import { expect, it } from 'vitest';
import ja from '../../locales/mail.ja.json';
import { reasonText } from './reason';

const t = ((key: string, parts: Record<string, string>) => {
  const text = ja.mail.why[key.split('.').at(-1) as keyof typeof ja.mail.why];
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => parts[name] ?? '?');
}) as unknown as TFunction;

it.each([
  ['The mail server refuses the recipient: 550 5.1.1 no such user here', 'メールサーバーが宛先を拒否しました：550 5.1.1 no such user here'],
  ['The mail server smtp.example.com:587 does not accept the user name and password: 535 no', 'メールサーバー（smtp.example.com:587）がユーザー名とパスワードを受け付けません：535 no'],
  ['Given up after 5 days: The mail server refuses the mail: 451 later', '5日間送信できなかったため、取りやめました。メールサーバーがメールを拒否しました：451 later'],
  [
    'The certificate of the mail server a.b:587 is not trusted: unable to find path. Name its authority\'s certificate in "trust", or correct "host".',
    'メールサーバー（a.b:587）の証明書を信頼できません：unable to find path。設定の trust に認証局の証明書を指定するか、host を直してください。',
  ],
  ['Mails go nowhere: "port" in etc/io.fumikura.notify.smtp.cfg must be from 1 to 65535.', 'etc/io.fumikura.notify.smtp.cfg の「port」の値が正しくありません。'],
])('says %s in Japanese', (reason, said) => expect(reasonText(reason, t)).toBe(said));

it('leaves what it does not know as it is', () => {
  expect(reasonText('io.example.sms 1.0.0 failed (IOException).', t)).toBe('io.example.sms 1.0.0 failed (IOException).');
});
