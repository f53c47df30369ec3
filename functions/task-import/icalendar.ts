import { type Due, localDue } from '@zerodo/domain/due';
import type { ReadImport } from '@zerodo/domain/import';
import { isTimezone, toInstant } from '@zerodo/domain/local-time';
import { Rejected } from '@zerodo/domain/rejected';
import { own, priorityOfIcal } from '@zerodo/domain/task-icalendar';
import ICAL from 'ical.js';
import { remindersOf } from './icalendar-alarms.ts';
import { todosOf } from './icalendar-blocks.ts';
import { localMoment, Reading, type ReadRule, type ReadTask, type Surroundings } from './reading.ts';

/**
 * The to-dos (VTODO) of an iCalendar file. A rule stays word for word: an imported BYMONTHDAY=31 is the 31st and
 * nothing else. Times of a zone that is not an IANA one are taken as the instants that the file's VTIMEZONE says.
 *
 * @throws Rejected `import-unreadable`
 */
export function readIcalendar(text: string, surroundings: Surroundings): ReadImport {
  const all = todosOf(text);
  if (all.length === 0) {
    throw new Rejected(
      'import-unreadable',
      'The file has no VTODO: only to-dos are imported, events are not.',
    );
  }
  const reading = new Reading(surroundings);
  const todos = all.flatMap((one) => {
    if ('todo' in one) return [{ ...one, id: reading.number() }];
    reading.problem(one.line, one.problem);
    return [];
  });
  const numbers = new Map<string, number>();
  const replaced = new Map<string, ICAL.Property[]>();
  for (const { todo, id } of todos) {
    const uid = textOf(todo, 'uid') ?? '';
    const instead = todo.getFirstProperty('recurrence-id');
    if (instead) replaced.set(uid, [...(replaced.get(uid) ?? []), instead]);
    else if (uid && !numbers.has(uid)) numbers.set(uid, id);
  }
  for (const { todo, line, id } of todos) {
    try {
      const task = taskOf(todo, numbers, surroundings);
      const project = reading.project(line, textOf(todo, own.project));
      const others = replaced.get(textOf(todo, 'uid') ?? '') ?? [];
      reading.add(line, id, project, task, ruleOf(todo, task.due ?? null, others, surroundings));
    } catch (error) {
      reading.problem(line, `It cannot be read: ${(error as Error).message}`);
    }
  }
  return reading;
}

const textOf = (todo: ICAL.Component, name: string): string | undefined => {
  const value = todo.getFirstPropertyValue(name);
  return value === null ? undefined : String(value);
};

function taskOf(todo: ICAL.Component, numbers: Map<string, number>, surroundings: Surroundings): ReadTask {
  const instant = (name: string) => {
    const value = todo.getFirstPropertyValue(name);
    return value instanceof ICAL.Time ? value.toJSDate().toISOString() : undefined;
  };
  const due = dueOf(todo, surroundings);
  const completedAt = instant('completed') ?? null;
  const done = /^(completed|cancelled)$/i.test(textOf(todo, 'status') ?? '') || completedAt !== null;
  const parent = todo
    .getAllProperties('related-to')
    .find((one) => /^parent$/i.test(String(one.getFirstParameter('reltype') ?? 'parent')));
  return {
    title: textOf(todo, 'summary') ?? '',
    notes: textOf(todo, 'description') ?? '',
    priority: priorityOfIcal(Number(textOf(todo, 'priority') ?? 0)),
    labels: todo.getAllProperties('categories').flatMap((one) => one.getValues().map(String)),
    section: textOf(todo, own.section)?.slice(0, 100) ?? null,
    status: done ? 'completed' : 'open',
    due,
    deadline: textOf(todo, own.deadline) ?? null,
    durationMinutes: minutesOf(todo.getFirstPropertyValue('estimated-duration')),
    reminders: remindersOf(todo, due, { ...surroundings, begins: beginOf(todo, surroundings) }),
    parent: (parent && numbers.get(String(parent.getFirstValue()))) ?? null,
    createdAt: instant('created'),
    updatedAt: instant('last-modified'),
    completedAt,
  };
}

/** DUE, or DTSTART with DURATION, or DTSTART alone. */
function dueOf(todo: ICAL.Component, { timezone }: Surroundings): Due | null {
  const property = todo.getFirstProperty('due') ?? todo.getFirstProperty('dtstart');
  if (!property) return null;
  let time = timeOf(property);
  const duration = todo.getFirstPropertyValue('duration');
  if (property.name === 'dtstart' && duration instanceof ICAL.Duration) {
    time = time.clone();
    time.addDuration(duration);
  }
  return written(time, property, timezone);
}

/** @throws Error for a month 13 and its like, which would be read as a day of the next year */
function timeOf(property: ICAL.Property): ICAL.Time {
  const time = property.getFirstValue() as ICAL.Time;
  const said = String(property.jCal[3]).replace(/Z$/, '');
  if (time.toString().replace(/Z$/, '') === said) return time;
  throw new Error(`${property.name.toUpperCase()} is no date or time`);
}

function beginOf(todo: ICAL.Component, { timezone }: Surroundings): Date | null {
  const property = todo.getFirstProperty('dtstart');
  if (!property) return null;
  const begin = written(timeOf(property), property, timezone);
  return toInstant(localDue(begin), begin.timezone);
}

/** Named zones keep their wall clock, UTC and unknown ones are shown on the person's, and floating times float. */
function written(time: ICAL.Time, property: ICAL.Property, timezone: string): Due {
  const local = time.toString().replace(/(T\d\d:\d\d):00Z?$|Z$/, '$1');
  const [date = '', clock = null] = local.split('T');
  if (time.isDate) return { date, time: null, timezone, floating: false };
  // Names of zones are short; what is looked for in a long one takes long.
  const named = String(property.getFirstParameter('tzid') ?? '')
    .slice(-100)
    .replace(/^.*?([A-Za-z_]+\/[A-Za-z_/]+)$/, '$1');
  if (named && isTimezone(named)) return { date, time: clock, timezone: named, floating: false };
  if (time.zone === ICAL.Timezone.localTimezone) return { date, time: clock, timezone, floating: !named };
  const [day = '', moment = null] = localMoment(time.toJSDate(), timezone).split('T');
  return { date: day, time: moment, timezone, floating: false };
}

function minutesOf(value: unknown): number | null {
  const text = String(value ?? '');
  return ICAL.Duration.isValueString(text)
    ? Math.round(ICAL.Duration.fromString(text).toSeconds() / 60) || null
    : null;
}

function ruleOf(
  todo: ICAL.Component,
  due: Due | null,
  replaced: ICAL.Property[],
  { timezone }: Surroundings,
): ReadRule | undefined {
  const rrules = todo.getAllProperties('rrule').map((one) => String(one.getFirstValue()));
  // One that stands for a single occurrence of another is a task by itself, and taken out of the other.
  if (rrules.length === 0 || todo.hasProperty('recurrence-id')) return undefined;
  const zone = due?.timezone ?? timezone;
  const slots = (properties: ICAL.Property[]) =>
    properties.flatMap((one) =>
      one.getValues().flatMap((value) => {
        if (!(value instanceof ICAL.Time)) return [];
        const slot = written(value, one, zone);
        // An all-day exception of a timed rule means the slot of that day.
        return [
          localDue({ date: slot.date, time: due?.time === null ? null : (slot.time ?? due?.time ?? null) }),
        ];
      }),
    );
  const mode = textOf(todo, own.mode);
  const spawn = textOf(todo, own.spawn);
  return {
    rrules,
    exdates: slots([...todo.getAllProperties('exdate'), ...replaced]),
    rdates: slots(todo.getAllProperties('rdate')),
    ...(mode && { mode }),
    ...(spawn && { spawn }),
  };
}
