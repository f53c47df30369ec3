import { newListeners } from './listeners.ts';

// What day it is decides what is due, and a browser's clock may be wrong: the server's is asked in passing.

/** Less than this may be a slow answer, or a clock as people have them. */
const tolerated = 120_000;

let offset = 0;
const { subscribe, tell } = newListeners();

/** Milliseconds since 1970, by the server's clock where the browser's is wrong by minutes. */
export const now = (): number => Date.now() + offset;

/** The same as the API writes it (ISO 8601). */
export const instantNow = (): string => new Date(now()).toISOString();

/** How far the browser's clock is behind the server's in milliseconds; 0 where it is right. */
export const clockOffset = (): number => offset;

/**
 * Learns from the `Date` of an answer.
 *
 * @param asked when it was asked for, by the browser's clock
 */
export function learnTime(date: string | null, asked: number): void {
  const told = Date.parse(date ?? '');
  const answered = Date.now();
  // One that took long, perhaps while the device slept, was written at no moment that could be told.
  if (Number.isNaN(told) || answered - asked > tolerated) return;
  // The header has no milliseconds, and it was written somewhere between question and answer.
  const found = told + 500 - (asked + answered) / 2;
  const next = Math.abs(found) < tolerated ? 0 : found;
  // What is known already is not moved by each answer.
  if (Math.abs(next - offset) < tolerated / 2) return;
  offset = next;
  tell();
}

export const onClock = subscribe;
