import { type Due, localDue } from '@zerodo/domain/due';
import type { ReadImport } from '@zerodo/domain/import';
import { isTimezone } from '@zerodo/domain/local-time';
import { Rejected } from '@zerodo/domain/rejected';
import { own, priorityOfIcal } from '@zerodo/domain/task-icalendar';
import ICAL from 'ical.js';
import { localMoment, Reading, type ReadRule, type ReadTask, type Surroundings } from './reading.ts';

/**
 * The to-dos (VTODO) of an iCalendar file. A rule stays word for word: an imported BYMONTHDAY=31 is the 31st and
 * nothing else. Times of a zone that is not an IANA one are taken as the instants that the file's VTIMEZONE says.
 *
 * @throws Rejected `import-unreadable`
 */
export function readIcalendar(text: string, surroundings: Surroundings): ReadImport {
  const todos = calendars(text).flatMap((calendar) => calendar.getAllSubcomponents('vtodo'));
  if (todos.length === 0) {
    throw new Rejected(
      'import-unreadable',
      'The file has no VTODO: only to-dos are imported, events are not.',
    );
  }
  const reading = new Reading(surroundings);
  const lines = text
    .split(/\r?\n/)
    .flatMap((line, index) => (/^BEGIN:VTODO\s*$/i.test(line) ? [index + 1] : []));
  const numbers = new Map<string, number>();
  const ids = todos.map((todo) => {
    const id = reading.number();
    const uid = textOf(todo, 'uid');
    if (uid && !numbers.has(uid)) numbers.set(uid, id);
    return id;
  });
  for (const [index, todo] of todos.entries()) {
    const row = lines[index] ?? index + 1;
    try {
      const task = taskOf(todo, numbers, surroundings);
      const project = reading.project(row, textOf(todo, own.project));
      reading.add(row, ids[index]!, project, task, ruleOf(todo, task.due ?? null, surroundings));
    } catch (error) {
      reading.problem(row, `It cannot be read: ${(error as Error).message}`);
    }
  }
  return reading;
}

function calendars(text: string): ICAL.Component[] {
  try {
    const parsed = ICAL.parse(text);
    const each = Array.isArray(parsed[0]) ? (parsed as unknown as unknown[][]) : [parsed as unknown[]];
    return each.map((calendar) => new ICAL.Component(calendar as never));
  } catch (error) {
    throw new Rejected('import-unreadable', `The file is no iCalendar: ${(error as Error).message}.`);
  }
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
    reminders: remindersOf(todo, due, surroundings),
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
  let time = property.getFirstValue() as ICAL.Time;
  const duration = todo.getFirstPropertyValue('duration');
  if (property.name === 'dtstart' && duration instanceof ICAL.Duration) {
    time = time.clone();
    time.addDuration(duration);
  }
  return written(time, property, timezone);
}

/** Named zones keep their wall clock, UTC and unknown ones are shown on the person's, and floating times float. */
function written(time: ICAL.Time, property: ICAL.Property, timezone: string): Due {
  const local = time.toString().replace(/(T\d\d:\d\d):00Z?$|Z$/, '$1');
  const [date = '', clock = null] = local.split('T');
  if (time.isDate) return { date, time: null, timezone, floating: false };
  const named = String(property.getFirstParameter('tzid') ?? '').replace(
    /^.*?([A-Za-z_]+\/[A-Za-z_/]+)$/,
    '$1',
  );
  if (named && isTimezone(named)) return { date, time: clock, timezone: named, floating: false };
  if (time.zone === ICAL.Timezone.localTimezone) return { date, time: clock, timezone, floating: !named };
  const [day = '', moment = null] = localMoment(time.toJSDate(), timezone).split('T');
  return { date: day, time: moment, timezone, floating: false };
}

const minutesOf = (value: unknown): number | null => {
  const [, hours = 0, minutes = 0] = /^PT(?:(\d+)H)?(?:(\d+)M)?$/.exec(String(value ?? '')) ?? [];
  return Number(hours) * 60 + Number(minutes) || null;
};

function remindersOf(todo: ICAL.Component, due: Due | null, { timezone }: Surroundings): unknown[] {
  const ours = todo.getAllProperties(own.reminder);
  if (ours.length > 0) return ours.map((one) => JSON.parse(String(one.getFirstValue())));
  return todo.getAllSubcomponents('valarm').flatMap((alarm): object[] => {
    const trigger = alarm.getFirstPropertyValue('trigger');
    if (trigger instanceof ICAL.Duration) {
      const seconds = -trigger.toSeconds();
      return due && seconds >= 0 ? [{ type: 'before', minutes: Math.round(seconds / 60) }] : [];
    }
    if (!(trigger instanceof ICAL.Time)) return [];
    const zone = due?.timezone ?? timezone;
    return [{ type: 'at', local: localMoment(trigger.toJSDate(), zone), timezone: zone }];
  });
}

function ruleOf(todo: ICAL.Component, due: Due | null, { timezone }: Surroundings): ReadRule | undefined {
  const rrules = todo.getAllProperties('rrule').map((one) => String(one.getFirstValue()));
  // One that stands for a single occurrence of another is a task by itself.
  if (rrules.length === 0 || todo.hasProperty('recurrence-id')) return undefined;
  const zone = due?.timezone ?? timezone;
  const slots = (name: string) =>
    todo.getAllProperties(name).flatMap((one) =>
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
    exdates: slots('exdate'),
    rdates: slots('rdate'),
    ...(mode && { mode }),
    ...(spawn && { spawn }),
  };
}
