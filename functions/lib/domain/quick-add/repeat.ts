// What comes again: every 3 days, every! mon and fri, every last workday at 3pm, quarterly.

import { workdayAt } from './ahead.ts';
import { amountAt, numberAt } from './amounts.ts';
import { type ClockTime, clockAt, inPart } from './clock.ts';
import { dateAt } from './dates.ts';
import { type Mention, mentionAt } from './moments.ts';
import { ordinalAt } from './month-dates.ts';
import { oneTimeAt, secondOf } from './one-time.ts';
import { firstOf, isEdge, type Moment, type Reading } from './reading.ts';
import { type DayChoice, daysAt } from './repeat-days.ts';
import type { Found, Unit } from './words.ts';

/** A repetition as it was said. */
export type Repeat = {
  every: number;
  unit: Unit;
  days: DayChoice[];
  /** Counted from completion. */
  completion: boolean;
  /** One or several times of the day. */
  times: ClockTime[];
  start: Mention | null;
  until: number | null;
  /** How long it goes on from its first day. */
  lasting: { count: number; unit: Unit } | null;
  count: number | null;
};

const plain = (every: number, unit: Unit, days: DayChoice[] = []): Repeat => ({
  every,
  unit,
  days,
  completion: false,
  times: [],
  start: null,
  until: null,
  lasting: null,
  count: null,
});

export function repeatAt(reading: Reading, at: number): Found<Repeat> | null {
  const head = firstOf(
    () => everyAt(reading, at),
    () => adverbAt(reading, at),
    () => afterAt(reading, at),
    () => ofEveryMonthAt(reading, at),
    () => pluralAt(reading, at),
  );
  return head && withTail(reading, head);
}

function everyAt(reading: Reading, at: number): Found<Repeat> | null {
  const { tokens, words } = reading;
  const everyDay = words.everyDay(tokens, at);
  if (everyDay) return { value: plain(1, 'day'), end: everyDay.end };
  const every = words.every(tokens, at);
  if (!every) return null;
  const mark = tokens[every.end];
  const completion = mark?.text === '!' && mark.start === tokens[every.end - 1]?.end;
  const start = completion ? every.end + 1 : every.end;
  const found = firstOf(
    () => otherAt(reading, start),
    () => daysAsRepeat(reading, start),
    () => amountAsRepeat(reading, start),
    () => weekdaysAsRepeat(reading, start),
    () => daypartAsRepeat(reading, start),
    () => timeAsRepeat(reading, start),
  );
  return found && { value: { ...found.value, completion }, end: found.end };
}

/** `other day`, `second week`, `other tuesday`. */
function otherAt(reading: Reading, at: number): Found<Repeat> | null {
  const { tokens, words } = reading;
  const other = words.other(tokens, at);
  const nth = other ? null : ordinalAt(reading, at);
  const every = other ? 2 : (nth?.value ?? 0);
  const end = other?.end ?? nth?.end ?? at;
  if (every < 2) return null;
  // Where a language says `every second Tuesday` for every other one.
  const weekday = words.secondIsOther && nth?.value === 2 ? words.weekdays(tokens, end) : null;
  if (weekday && !words.ofTheMonth(tokens, weekday.end) && !words.inside(tokens, weekday.end)) {
    return { value: plain(2, 'week', [{ weekdays: [weekday.value] }]), end: weekday.end };
  }
  const unit = words.units(tokens, end);
  if (unit && !words.ofTheMonth(tokens, unit.end))
    return withDays(reading, plain(every, unit.value), unit.end);
  const days = other && daysAt(reading, end);
  return days && { value: plain(2, unitOf(days.value), days.value), end: days.end };
}

function daysAsRepeat(reading: Reading, at: number): Found<Repeat> | null {
  const days = daysAt(reading, at);
  return days && { value: plain(1, unitOf(days.value), days.value), end: days.end };
}

const unitOf = (days: DayChoice[]): Unit =>
  days.some(({ month }) => month)
    ? 'year'
    : days.every(({ nth, monthDay }) => nth === undefined && monthDay === undefined)
      ? 'week'
      : 'month';

/** `3 days`, `week on monday`, `12 hours`. */
function amountAsRepeat(reading: Reading, at: number): Found<Repeat> | null {
  const { tokens, words } = reading;
  const amount = amountAt(reading, at);
  if (amount) return withDays(reading, plain(amount.value.count, amount.value.unit), amount.end);
  const unit = words.units(tokens, at);
  return unit && tokens[at]!.word.length > 2 ? withDays(reading, plain(1, unit.value), unit.end) : null;
}

/** `2 tuesdays`, `3 workdays`: each so many of them. */
function weekdaysAsRepeat(reading: Reading, at: number): Found<Repeat> | null {
  const { tokens, words } = reading;
  const number = numberAt(reading, at);
  if (!number || !Number.isInteger(number.value)) return null;
  const workday = workdayAt(reading, number.end);
  if (workday) {
    return { value: plain(number.value, 'day', [{ weekdays: workday.value }]), end: workday.end };
  }
  const weekday = words.everyWeekday(tokens, number.end);
  const days = weekday?.value ?? [words.weekdays(tokens, number.end)?.value ?? -1];
  const end = weekday?.end ?? words.weekdays(tokens, number.end)?.end;
  return end === undefined ? null : { value: plain(number.value, 'week', [{ weekdays: days }]), end };
}

/** `9am`: every day. */
function timeAsRepeat(reading: Reading, at: number): Found<Repeat> | null {
  const time = clockAt(reading, at, false);
  return time && { value: { ...plain(1, 'day'), times: [time.value] }, end: time.end };
}

/** Days of that week, month or year, if some are named. */
function withDays(reading: Reading, repeat: Repeat, at: number): Found<Repeat> {
  const on = reading.words.on(reading.tokens, at);
  const days = on && daysAt(reading, on.end);
  if (!days || !['week', 'month', 'quarter', 'year'].includes(repeat.unit)) return { value: repeat, end: at };
  const unit = unitOf(days.value);
  if (unit === 'week' && repeat.unit !== 'week') return { value: repeat, end: at };
  return { value: { ...repeat, days: days.value }, end: days.end };
}

function daypartAsRepeat({ tokens, words }: Reading, at: number): Found<Repeat> | null {
  const part = words.dayparts(tokens, at);
  return (
    part && {
      value: { ...plain(1, 'day'), times: [{ time: secondOf(part.value), until: null }] },
      end: part.end,
    }
  );
}

/** `weekly`, where it does not describe the word after it. */
function adverbAt(reading: Reading, at: number): Found<Repeat> | null {
  const { tokens, words } = reading;
  const found = words.adverbs(tokens, at);
  if (!found) return null;
  const completion =
    tokens[found.end]?.text === '!' && tokens[found.end]?.start === tokens[found.end - 1]?.end;
  const value = { ...plain(found.value.every, found.value.unit), completion };
  const result = withDays(reading, value, completion ? found.end + 1 : found.end);
  const goesOn =
    result.end > found.end || isEdge(reading, result.end) || tailAt(reading, result.end) !== null;
  return goesOn || dateAt(reading, result.end) ? result : null;
}

/** `after 10 days`, `10 days after completion` */
function afterAt(reading: Reading, at: number): Found<Repeat> | null {
  const { tokens, words } = reading;
  const after = words.after(tokens, at);
  const start = after?.end ?? at;
  const amount = numberAt(reading, start) && amountAt(reading, start);
  const end = amount && (after ? amount.end : words.fromCompletion(tokens, amount.end)?.end);
  if (!amount || !end) return null;
  return { value: { ...plain(amount.value.count, amount.value.unit), completion: true }, end };
}

/** `on the 15th of every month`, `last friday every month` */
function ofEveryMonthAt(reading: Reading, at: number): Found<Repeat> | null {
  const { tokens, words } = reading;
  const read = (start: number): Found<Repeat> | null => {
    const days = daysAt(reading, start);
    if (!days || days.value.some(({ nth, monthDay, month }) => month || (!nth && !monthDay))) return null;
    // The phrase that says so stands at the end of the days, and none has more than three words.
    const isEvery = [2, 3].some((length) => words.ofEveryMonth(tokens, days.end - length)?.end === days.end);
    return isEvery ? { value: plain(1, 'month', days.value), end: days.end } : null;
  };
  if (!ordinalAt(reading, at) && !words.on(tokens, at)) return null;
  const on = words.on(tokens, at);
  return (on && read(on.end)) ?? read(at);
}

/** `on mondays and thursdays` */
function pluralAt(reading: Reading, at: number): Found<Repeat> | null {
  const { tokens, words } = reading;
  const start = words.on(tokens, at)?.end ?? at;
  // `in 3 workdays` is a date.
  if (numberAt(reading, at - 1)) return null;
  return words.everyWeekday(tokens, start) ? daysAsRepeat(reading, start) : null;
}

/** Time, start and end may follow in any order. */
function withTail(reading: Reading, head: Found<Repeat>): Found<Repeat> {
  let { value, end } = head;
  for (;;) {
    const more = tailAt(reading, reading.tokens[end]?.text === ',' ? end + 1 : end) ?? tailAt(reading, end);
    if (!more || more.end <= end) return { value, end };
    const [part] = value.times;
    value = { ...value, ...more.value };
    if (part && more.value.times) value.times = more.value.times.map((time) => inPart(time, part.time));
    end = more.end;
  }
}

function tailAt(reading: Reading, at: number): Found<Partial<Repeat>> | null {
  return firstOf<Partial<Repeat>>(
    () => startAt(reading, at),
    () => endAt(reading, at),
    () => completionTailAt(reading, at),
    () => timeTailAt(reading, at),
  );
}

/** `every 3 days after completion` */
function completionTailAt({ tokens, words }: Reading, at: number): Found<Partial<Repeat>> | null {
  const found = words.fromCompletion(tokens, at);
  return found && { value: { completion: true }, end: found.end };
}

/** `at 9am`, `at 9am and 6pm`, `at 8 and 20` */
function timeTailAt(reading: Reading, at: number): Found<Partial<Repeat>> | null {
  const first = clockAt(reading, at, true);
  if (!first) return null;
  const times = [first.value];
  let { end } = first;
  for (;;) {
    const and = reading.words.and(reading.tokens, end);
    const next = and && (clockAt(reading, and.end, false) ?? bareTimeAt(reading, and.end));
    if (!next) return { value: { times }, end };
    times.push(next.value);
    end = next.end;
  }
}

/** Where the first time was one, a bare number that nothing follows is another. */
function bareTimeAt(reading: Reading, at: number): Found<ClockTime> | null {
  const time = oneTimeAt(reading, at, 'said');
  const follows = time && (isEdge(reading, time.end) || reading.words.and(reading.tokens, time.end));
  return follows ? { value: { time: time.value, until: null }, end: time.end } : null;
}

function startAt(reading: Reading, at: number): Found<Partial<Repeat>> | null {
  const starting = reading.words.starting(reading.tokens, at);
  const start = starting && mentionAt(reading, starting.end);
  return start && { value: { start: start.value }, end: start.end };
}

function endAt(reading: Reading, at: number): Found<Partial<Repeat>> | null {
  const { tokens, words } = reading;
  const until = words.until(tokens, at);
  const date = until && dateAt(reading, until.end);
  if (date) return { value: { until: (date.value as Moment).day }, end: date.end };
  const lasting = words.lasting(tokens, at);
  const amount = lasting && amountAt(reading, lasting.end);
  if (amount && amount.value.unit !== 'minute' && amount.value.unit !== 'hour') {
    return { value: { lasting: amount.value }, end: amount.end };
  }
  const number = numberAt(reading, lasting?.end ?? at);
  const times = number && words.times(tokens, number.end);
  return times && Number.isInteger(number?.value)
    ? { value: { count: number?.value ?? 1 }, end: times.end }
    : null;
}
