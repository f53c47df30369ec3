import type { Token } from './tokens.ts';
import type { Found, Phrases, Words } from './words.ts';

/** A text being read: its words, the language's words, and when and where it was written. */
export type Reading = {
  tokens: readonly Token[];
  words: Words;
  /** Milliseconds. */
  instant: number;
  timezone: string;
  /** What the clock shows, in seconds. */
  now: number;
  today: number;
};

/** A day and, where one was named, a second of the day. */
export type Moment = { day: number; time: number | null };

/** Reads any of several readers that succeeds first. */
export function firstOf<T>(...found: (() => Found<T> | null)[]): Found<T> | null {
  for (const read of found) {
    const result = read();
    if (result) return result;
  }
  return null;
}

/** The index after the phrase, or the same one where it is not there. */
export const skip = (phrase: Phrases<unknown>, { tokens }: Reading, at: number): number =>
  phrase(tokens, at)?.end ?? at;

/** Nothing ordinary follows: the end, a wall or a mark. */
export function isEdge({ tokens }: Reading, at: number): boolean {
  const token = tokens[at];
  return !token || token.wall || /^[,;().!?:]+$/.test(token.text);
}

/** A short form such as `tom` is a name when it begins with a capital. */
export const isName = ({ tokens, words }: Reading, at: number): boolean => {
  const token = tokens[at];
  return token !== undefined && words.lowerCaseOnly.has(token.word) && token.text !== token.word;
};
