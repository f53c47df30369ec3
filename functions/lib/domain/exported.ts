// The JSON of an account: what export writes and import reads. What refers to another thing does so by that
// thing's number in the document (`id`), so that a document means the same in every account.
import * as z from 'zod';
import { due, localTime } from './due.ts';
import { instant, number } from './exported-fields.ts';
import type { ExportedFilter } from './exported-filter.ts';
import {
  labels,
  localDate,
  notes,
  position,
  reminderList,
  rruleList,
  slot,
  timezone,
  title,
} from './fields.ts';
import { limits } from './limits.ts';
import { color, defaultView, projectDescription, projectName, sectionName } from './project.ts';
import { priority } from './task.ts';
import { text } from './text.ts';

const ofTemplate = {
  title,
  notes: notes.default(''),
  priority: priority.default(4),
  labels: labels.default([]),
  section: text.max(limits.section).nullable().default(null),
  /** To the person whose document it is; other people are not in it. */
  assigned: z.boolean().default(false),
  durationMinutes: z.int().min(1).max(limits.durationMinutes).nullable().default(null),
  reminders: reminderList.default([]),
};

const moments = { createdAt: instant.optional(), updatedAt: instant.optional() };

/** The inbox is there in every account: it has a number and what was made of it, but no beginning. */
export const exportedProject = z.strictObject({
  id: number,
  inbox: z.boolean().default(false),
  name: projectName,
  color: color.nullable().default(null),
  description: projectDescription.default(''),
  position: position.optional(),
  sections: z.array(sectionName).max(limits.sections).default([]),
  defaultView: defaultView.default('list'),
  archivedAt: instant.nullable().default(null),
  ...moments,
});

export const exportedLabel = z.strictObject({
  name: text.trim().min(1).max(limits.labelLength),
  color: color.nullable().default(null),
  position: position.nullable().default(null),
  createdAt: instant.optional(),
});

export const exportedSeries = z.strictObject({
  id: number,
  project: number,
  ...ofTemplate,
  rrules: rruleList,
  exdates: z.array(slot).max(500).default([]),
  rdates: z.array(slot).max(500).default([]),
  dtstart: slot,
  until: slot.nullable().default(null),
  allDay: z.boolean(),
  timezone,
  floating: z.boolean().default(false),
  mode: z.enum(['schedule', 'completion']).default('schedule'),
  spawn: z.enum(['completion', 'schedule']).default('completion'),
  catchUp: z.enum(['latest', 'each']).default('latest'),
  state: z.enum(['active', 'paused', 'ended', 'finished']).default('active'),
  nextDueAt: instant.nullable().optional(),
  ...moments,
});

export const exportedTask = z.strictObject({
  id: number,
  project: number,
  series: number.nullable().default(null),
  /** The occurrence that it came after, or the series that it was the first of. */
  follows: z
    .union([number, z.literal('series')])
    .nullable()
    .default(null),
  parent: number.nullable().default(null),
  ...ofTemplate,
  status: z.enum(['open', 'completed']).default('open'),
  due: due.extend({ date: localDate, timezone, time: localTime.nullable() }).nullable().default(null),
  /** Which instant is meant; it follows from `due` but where the wall clock shows it twice. */
  dueAt: instant.nullable().optional(),
  /** The slot of its series that it was moved away from. */
  slot: z.strictObject({ local: slot, at: instant }).nullable().default(null),
  deadline: localDate.nullable().default(null),
  position: position.optional(),
  ...moments,
  completedAt: instant.nullable().default(null),
  /** An occurrence that was deleted still counts among those of its series. */
  deletedAt: instant.nullable().default(null),
});

export type ExportedProject = z.infer<typeof exportedProject>;
export type ExportedLabel = z.infer<typeof exportedLabel>;
export type ExportedSeries = z.infer<typeof exportedSeries>;
export type ExportedTask = z.infer<typeof exportedTask>;

/** `preferences` are those of `lib/domain/preferences.ts` with the person's zone. */
export type Exported = {
  preferences: { timezone: string } & Record<string, unknown>;
  projects: ExportedProject[];
  labels: ExportedLabel[];
  filters: ExportedFilter[];
  series: ExportedSeries[];
  tasks: ExportedTask[];
};

export const documentFormat = 'zerodo';
export const documentVersion = 1;

/** One thing a line, so that two documents can be compared with the tools for text. */
export function writeDocument({ preferences, ...lists }: Exported): string {
  const list = ([name, items]: [string, object[]]): string =>
    `${JSON.stringify(name)}: [${items.map((item) => `\n${JSON.stringify(item)}`).join(',')}${items.length > 0 ? '\n' : ''}]`;
  const head = `"format": ${JSON.stringify(documentFormat)},\n"version": ${documentVersion},\n"preferences": ${JSON.stringify(preferences)}`;
  return `{\n${[head, ...Object.entries(lists).map(list)].join(',\n')}\n}\n`;
}
