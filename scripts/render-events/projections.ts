import * as z from 'zod';
import { catalogue, type EventType, projected, type Topic } from '../../functions/lib/domain/events.ts';

const whole = catalogue['dev.zerodo.task.created.v1'].data;
const series = catalogue['dev.zerodo.series.created.v1'].data;
const taskShape = whole.shape.task.shape;
const version = z.int().positive();

/** What a topic gets in place of the whole event, by the noun of its type; lib/domain/events.ts makes it so. */
const shapes: Record<string, Partial<Record<Topic, z.ZodType>>> = {
  task: {
    'task-updates': z.strictObject({ taskId: z.uuid(), projectId: z.uuid(), version }),
    'task-analytics': whole.extend({
      task: whole.shape.task
        .omit({ title: true, notes: true, labels: true, recurrence: true })
        .extend({ labelCount: z.int().min(0), seriesId: z.uuid().nullable() }),
    }),
  },
  series: {
    'task-updates': z.strictObject({ seriesId: z.uuid(), projectId: z.uuid(), version }),
    'task-analytics': series.extend({
      series: series.shape.series
        .omit({ title: true, notes: true, section: true, labels: true })
        .extend({ labelCount: z.int().min(0) }),
    }),
  },
  project: {
    'task-updates': z.strictObject({ projectId: z.uuid(), version, members: z.array(z.uuid()) }),
  },
  filter: { 'task-updates': z.strictObject({ filterId: taskShape.id, version }) },
};

/** Whether the topic gets all of it: a projection that changes nothing gives back the very same. */
const getsAll = (type: EventType, topic: Topic): boolean => {
  const mark = {};
  try {
    return projected(type, topic, mark) === mark;
  } catch {
    return false;
  }
};

/** The schema of what a topic gets of a type. @throws Error where a projection has no schema here */
export function payloadOf(type: EventType, topic: Topic): z.ZodType {
  if (getsAll(type, topic)) return catalogue[type].data;
  const found = shapes[type.split('.')[2]!]?.[topic];
  if (!found) throw new Error(`what ${topic} gets of ${type} has no schema in scripts/render-events`);
  return found;
}
