import type { Due } from '@zerodo/domain/due';
import { dueInstant } from '@zerodo/domain/due-instant';
import type { ExportedSeries, ExportedTask } from '@zerodo/domain/exported';
import type { CalendarFeed } from '@zerodo/domain/import';
import { readLocal, writeLocal } from '@zerodo/domain/local-date';
import { reminderInstant } from '@zerodo/domain/reminders';
import { icalPriority, own } from '@zerodo/domain/task-icalendar';
import type { Export } from '@zerodo/store/export';
import ICAL from 'ical.js';
import { remainingRules } from './remaining-rules.ts';
import { timezoneComponents } from './timezone-components.ts';

type What = { components: CalendarFeed['components'] };

/**
 * The tasks as an iCalendar object (RFC 5545): to-dos with their rules and alarms, or events for calendars that
 * show nothing else. A task keeps its UID, so that who reads it again has it once.
 */
export function writeIcalendar(exported: Export, { components }: What): string {
  const calendar = new ICAL.Component('vcalendar');
  calendar.addPropertyWithValue('version', '2.0');
  calendar.addPropertyWithValue('prodid', '-//Zerodo//Zerodo//EN');
  calendar.addPropertyWithValue('x-wr-calname', 'Zerodo');
  const tasks = exported.tasks.filter(({ deletedAt }) => !deletedAt);
  for (const zone of timezoneComponents(tasks)) calendar.addSubcomponent(zone);
  for (const task of tasks) {
    if (components !== 'events') calendar.addSubcomponent(todoOf(task, exported));
    if (components !== 'todos' && task.due) calendar.addSubcomponent(eventOf(task, task.due, exported));
  }
  return `${calendar.toString()}\r\n`;
}

const uid = (task: number, { ids }: Export): string => `${ids.get(task)}@zerodo`;

function common(kind: 'vtodo' | 'vevent', task: ExportedTask, exported: Export): ICAL.Component {
  const component = new ICAL.Component(kind);
  component.addPropertyWithValue(
    'uid',
    kind === 'vtodo' ? uid(task.id, exported) : `event-${uid(task.id, exported)}`,
  );
  for (const [name, moment] of [
    ['dtstamp', task.updatedAt],
    ['created', task.createdAt],
    ['last-modified', task.updatedAt],
  ] as const) {
    if (moment) component.addPropertyWithValue(name, utc(moment));
  }
  component.addPropertyWithValue('summary', task.title);
  if (task.notes) component.addPropertyWithValue('description', task.notes);
  if (icalPriority(task.priority)) component.addPropertyWithValue('priority', icalPriority(task.priority));
  if (task.labels.length > 0) {
    const categories = new ICAL.Property('categories', component);
    categories.setValues(task.labels);
    component.addProperty(categories);
  }
  return component;
}

function todoOf(task: ExportedTask, exported: Export): ICAL.Component {
  const todo = common('vtodo', task, exported);
  const { due, status, completedAt, parent, series, durationMinutes } = task;
  todo.addPropertyWithValue('status', status === 'completed' ? 'COMPLETED' : 'NEEDS-ACTION');
  if (completedAt) todo.addPropertyWithValue('completed', utc(completedAt));
  if (parent !== null) todo.addPropertyWithValue('related-to', uid(parent, exported));
  const project = exported.projects[task.project - 1]!;
  if (!project.inbox) todo.addPropertyWithValue(own.project, project.name);
  if (task.section) todo.addPropertyWithValue(own.section, task.section);
  if (task.deadline) todo.addPropertyWithValue(own.deadline, task.deadline);
  if (durationMinutes) todo.addPropertyWithValue('estimated-duration', `PT${durationMinutes}M`);
  if (due) {
    const rule = status === 'open' && series !== null ? exported.series[series - 1] : undefined;
    if (rule) addRule(todo, due, rule, exported);
    addMoment(todo, 'due', due);
  }
  for (const reminder of task.reminders) addAlarm(todo, task, exported, reminder);
  return todo;
}

/** An event of the task's length, or of no length: it takes up no time in anybody's day. */
function eventOf(task: ExportedTask, due: Due, exported: Export): ICAL.Component {
  const event = common('vevent', task, exported);
  event.addPropertyWithValue('transp', 'TRANSPARENT');
  addMoment(event, 'dtstart', due);
  if (due.time && task.durationMinutes)
    event.addPropertyWithValue('duration', ICAL.Duration.fromString(`PT${task.durationMinutes}M`));
  return event;
}

/** A rule begins at the occurrence that is open, and counts from there. */
function addRule(todo: ICAL.Component, due: Due, rule: ExportedSeries, exported: Export): void {
  addMoment(todo, 'dtstart', due);
  for (const rrule of remainingRules(rule, dueInstant(due), () => completionsOf(rule, exported))) {
    todo.addPropertyWithValue('rrule', ICAL.Recur.fromString(rrule));
  }
  for (const [name, slots] of [
    ['exdate', rule.exdates],
    ['rdate', rule.rdates],
  ] as const) {
    for (const slot of slots) {
      const [date = '', time] = slot.split('T');
      addMoment(todo, name, { ...due, date, time: due.time === null ? null : (time ?? due.time) });
    }
  }
  if (rule.mode !== 'schedule') todo.addPropertyWithValue(own.mode, rule.mode);
  if (rule.spawn !== 'completion') todo.addPropertyWithValue(own.spawn, rule.spawn);
}

const completionsOf = ({ id }: ExportedSeries, { tasks }: Export): number =>
  tasks.filter(({ series, status }) => series === id && status === 'completed').length;

/** All day as a date, floating without a zone, the rest in the zone that the calendar describes. */
function addMoment(component: ICAL.Component, name: string, { date, time, timezone, floating }: Due): void {
  const property = new ICAL.Property(name, component);
  if (time === null) {
    property.resetType('date');
    property.setValue(ICAL.Time.fromDateString(date));
  } else {
    const local = writeLocal(readLocal(`${date}T${time}`).wall);
    const full = local.length === 16 ? `${local}:00` : local;
    property.setValue(ICAL.Time.fromDateTimeString(timezone === 'UTC' && !floating ? `${full}Z` : full));
    if (!floating && timezone !== 'UTC') property.setParameter('tzid', timezone);
  }
  component.addProperty(property);
}

type Reminder = ExportedTask['reminders'][number];

/** Exact minutes before the due time as such, everything else as the instant it means. */
function addAlarm(
  todo: ICAL.Component,
  { title, due }: ExportedTask,
  { preferences }: Export,
  reminder: Reminder,
): void {
  const at = reminderInstant(reminder, due, due?.timezone ?? preferences.timezone);
  if (!at) return;
  const alarm = new ICAL.Component('valarm');
  alarm.addPropertyWithValue('action', 'DISPLAY');
  alarm.addPropertyWithValue('description', title);
  const trigger = new ICAL.Property('trigger', alarm);
  if ('minutes' in reminder) {
    trigger.setValue(ICAL.Duration.fromSeconds(-reminder.minutes * 60));
    trigger.setParameter('related', 'END');
  } else {
    trigger.resetType('date-time');
    trigger.setValue(utc(at.toISOString()));
  }
  alarm.addProperty(trigger);
  todo.addSubcomponent(alarm);
  todo.addPropertyWithValue(own.reminder, JSON.stringify(reminder));
}

const utc = (moment: string): ICAL.Time => ICAL.Time.fromDateTimeString(`${moment.slice(0, 19)}Z`);
