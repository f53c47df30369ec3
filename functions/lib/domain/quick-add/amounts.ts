import type { Reading } from './reading.ts';
import type { Found, Unit } from './words.ts';

/** `3 weeks`; one and a half hours are 90 minutes. */
export type Amount = { count: number; unit: Unit };

const fused = /^\+?(\d{1,4})([^\d\s.,+-]+)$/;

/** `3 weeks`, `an hour`, `45min`, `1.5 hours`, `half an hour`. */
export function amountAt(reading: Reading, at: number): Found<Amount> | null {
  const { tokens, words } = reading;
  const named = words.amounts(tokens, at);
  if (named) return named;
  const [, digits, letters] = fused.exec(tokens[at]?.word ?? '') ?? [];
  if (digits && letters) {
    const unit = words.units([{ word: letters } as never], 0);
    return unit && Number(digits) > 0
      ? { value: { count: Number(digits), unit: unit.value }, end: at + 1 }
      : null;
  }
  const number = numberAt(reading, at);
  const unit = number && words.units(tokens, number.end);
  if (!number || !unit) return null;
  if (Number.isInteger(number.value))
    return { value: { count: number.value, unit: unit.value }, end: unit.end };
  if (unit.value !== 'hour') return null;
  return { value: { count: Math.round(number.value * 60), unit: 'minute' }, end: unit.end };
}

/** Digits, with a decimal part perhaps, or a word. */
export function numberAt({ tokens, words }: Reading, at: number): Found<number> | null {
  const digits = /^\+?(\d{1,4}(?:\.\d)?)$/.exec(tokens[at]?.word ?? '')?.[1];
  if (!digits) return words.numbers(tokens, at);
  // `1,5` is three tokens, because a comma is one of its own.
  const [whole, comma, tenths] = tokens.slice(at, at + 3);
  const decimal =
    comma?.text === ',' &&
    comma.start === whole?.end &&
    tenths?.start === comma.end &&
    /^\d$/.test(tenths.word);
  if (decimal) return { value: Number(`${digits}.${tenths.word}`), end: at + 3 };
  return Number(digits) > 0 ? { value: Number(digits), end: at + 1 } : null;
}

/** `1h30`, in minutes. */
export function hoursAndMinutesAt({ tokens }: Reading, at: number): Found<number> | null {
  const [, hours, minutes] = /^(\d{1,2})h(\d{1,2})(?:m|min)?$/.exec(tokens[at]?.word ?? '') ?? [];
  return hours && minutes ? { value: Number(hours) * 60 + Number(minutes), end: at + 1 } : null;
}

/** A span of hours and minutes, in minutes: `45min`, `1h30`, `2 hours 15 minutes`. */
export function minutesAt(reading: Reading, at: number): Found<number> | null {
  const fusedHours = hoursAndMinutesAt(reading, at);
  if (fusedHours) return fusedHours;
  const first = amountAt(reading, at);
  if (first?.value.unit === 'minute') return { value: first.value.count, end: first.end };
  if (first?.value.unit !== 'hour') return null;
  const afterAnd =
    reading.tokens[first.end]?.text === ',' ? null : reading.words.and(reading.tokens, first.end);
  const rest = amountAt(reading, afterAnd?.end ?? first.end);
  const more = rest?.value.unit === 'minute' ? rest : null;
  return { value: first.value.count * 60 + (more?.value.count ?? 0), end: more?.end ?? first.end };
}
