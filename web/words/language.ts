import { type Language, languages } from './words.ts';

export type Speech = {
  language: Language;
  /** For dates and numbers, e.g. `en-US`: the language as it is written where the person is. */
  locale: string;
};

/** Which of ours a language tag names. */
export const languageOf = (tag: string): Language | undefined =>
  languages.find((language) => tag.toLowerCase().split('-')[0] === language);

/**
 * Behind the tag of an account that speaks as its browser does: a private use subtag (BCP 47, 2.2.7). The
 * tag before it is the one of the browser that said so; mails, which have no browser, go by that.
 */
const asBrowser = '-x-browser';

/** What an account keeps that is to speak as the browser; `accepted` are the browser's languages. */
export const browserLocale = (accepted: readonly string[]): string =>
  `${speechFor(null, accepted.join(',')).locale}${asBrowser}`;

/** Whether an account has chosen no language and speaks as the browser does. */
export const followsBrowser = (chosen: string | null): boolean => !chosen || chosen.endsWith(asBrowser);

const isLocale = (tag: string): boolean => {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
};

const usual: Record<Language, string> = { en: 'en-GB', de: 'de-DE' };

/**
 * Which language to speak: what the person chose, else the first of `Accept-Language` (RFC 9110,
 * 12.5.4) that we speak, else English. The browser also tells how the language is written there.
 */
export function speechFor(chosen: string | null, acceptLanguage: string | null): Speech {
  const accepted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...rest] = part.trim().split(';');
      const quality = rest.find((parameter) => parameter.trim().startsWith('q='));
      return { tag: tag.trim(), quality: quality ? Number(quality.split('=')[1]) : 1 };
    })
    .filter(({ tag, quality }) => quality > 0 && languageOf(tag) && isLocale(tag))
    .toSorted((one, other) => other.quality - one.quality)
    .map(({ tag }) => tag);
  const own = chosen && !followsBrowser(chosen) && isLocale(chosen) ? chosen : '';
  const language = languageOf(own) ?? languageOf(accepted[0] ?? '') ?? languageOf(chosen ?? '') ?? 'en';
  const written = [own, ...accepted].find((tag) => tag.includes('-') && languageOf(tag) === language);
  return { language, locale: written ?? usual[language] };
}
