import i18n from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../api/model';
import type access from './access.ja.json';
import type account from './account.ja.json';
import type admin from './admin.ja.json';
import type audit from './audit.ja.json';
import type ja from './ja.json';
import type mail from './mail.ja.json';
import type notice from './notice.ja.json';
import type people from './people.ja.json';
import type tenant from './tenant.ja.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'ui';
    resources: { ui: typeof ja & typeof access & typeof account & typeof admin & typeof audit & typeof mail & typeof notice & typeof people & typeof tenant };
  }
}

const STORED = 'fumikura.language';
const loaders = {
  ja: () => Promise.all([import('./ja.json'), import('./errors.ja.json'), import('dayjs/locale/ja')]),
  en: () => Promise.all([import('./en.json'), import('./errors.en.json'), import('dayjs/locale/en')]),
};
/** Texts of the features, a pair of files each; none uses a top-level key of another. */
const features = {
  ja: () => Promise.all([import('./access.ja.json'), import('./account.ja.json'), import('./admin.ja.json'), import('./audit.ja.json'), import('./mail.ja.json'), import('./notice.ja.json'), import('./people.ja.json'), import('./tenant.ja.json')]),
  en: () => Promise.all([import('./access.en.json'), import('./account.en.json'), import('./admin.en.json'), import('./audit.en.json'), import('./mail.en.json'), import('./notice.en.json'), import('./people.en.json'), import('./tenant.en.json')]),
};
const errors: Partial<Record<Language, Record<string, string>>> = {};

export function firstLanguage(): Language {
  const stored = localStorage.getItem(STORED);
  if (stored === 'ja' || stored === 'en') return stored;
  return navigator.languages.some((l) => l.startsWith('ja')) ? 'ja' : navigator.languages.length ? 'en' : 'ja';
}

/** Switches the user interface; loads the texts of a language when it is first wanted. */
export async function applyLanguage(language: Language) {
  if (!i18n.isInitialized) {
    await i18n.use(initReactI18next).init({
      lng: undefined, fallbackLng: false, defaultNS: 'ui', ns: ['ui'], resources: {}, interpolation: { escapeValue: false }, returnNull: false,
    });
  }
  if (!i18n.hasResourceBundle(language, 'ui')) {
    const [[texts, messages], more] = await Promise.all([loaders[language](), features[language]()]);
    i18n.addResourceBundle(language, 'ui', texts.default);
    for (const one of more) i18n.addResourceBundle(language, 'ui', one.default, true);
    errors[language] = messages.default;
  }
  await i18n.changeLanguage(language);
  document.documentElement.lang = language;
  localStorage.setItem(STORED, language);
}

/** The text of an error code, or better of its reason; undefined when we have none and the server's own words must do. */
export function errorText(code: string, details: Record<string, unknown>): string | undefined {
  const known = errors[i18n.language as Language];
  const text = known?.[`${code}.${String(details.reason)}`] ?? known?.[code];
  return text?.replace(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? '–'));
}

export default i18n;
