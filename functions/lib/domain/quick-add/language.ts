import { english } from './english.ts';
import { german } from './german.ts';
import type { Token } from './tokens.ts';
import type { Words } from './words.ts';

/** The language whose telling words a text has more of; English where it has none. */
export function languageOf(tokens: readonly Token[]): Words {
  const score = (words: Words): number => tokens.filter(({ word }) => words.telling.has(word)).length;
  return score(german) > score(english) ? german : english;
}
