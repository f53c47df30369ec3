import { type Language, languages } from './words.ts';

export type Speech = {
  language: Language;
  /** For dates and numbers, e.g. `en-US`: the language as it is written where the person is. */
  locale: string;
};

/** Which of ours a language tag names. */
export const languageOf = (tag: string): Language | undefined =>
  languages.find((language) => tag.toLowerCase().split('-')[0] === language);

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
  const own = chosen && isLocale(chosen) ? chosen : '';
  const language = languageOf(own) ?? languageOf(accepted[0] ?? '') ?? 'en';
  const written = [own, ...accepted].find((tag) => tag.includes('-') && languageOf(tag) === language);
  return { language, locale: written ?? usual[language] };
}
