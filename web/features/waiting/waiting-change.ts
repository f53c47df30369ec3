import type { Task } from '@zerodo/domain/task';
import type { TaskChange } from '../tasks/change-task.ts';
import { asked } from '../tasks/task-edit.ts';

/** A change from the press until it is answered, as plain data: so it outlives its tab. */
export type WaitingChange = TaskChange & {
  /** Makes it safe to send again, also by another tab. */
  key: string;
  /** When it was made, in milliseconds since 1970. */
  at: number;
  /** What the person was looking at; null asks for none. */
  version: number | null;
  /** Whose it is: nobody else's session sends it. */
  person: string;
  /** The tab that sends it, as long as it is there. */
  tab: string;
  /** Why it was not taken. It is kept for the text in it. */
  refused?: { code: string; message: string; theirs?: Task };
};

type Change = Pick<WaitingChange, 'before' | 'after' | 'body' | 'method'>;

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What people have said in a field: that a reminder was sent meanwhile is nobody's change. */
const said = (task: Task, field: keyof Task): unknown =>
  field === 'reminders' ? task.reminders.map(asked) : task[field];

/** The fields of a task that a change is about; null where it is about the whole of it. */
function touched({ before, after, body, method }: Change): (keyof Task)[] | null {
  if (!before || !after) return null;
  if (method === 'PATCH' && body) return Object.keys(body) as (keyof Task)[];
  return before.status === after.status ? null : ['status'];
}

/**
 * What a change means for a task that somebody else has changed meanwhile: `free` where that was
 * something else, `done` where it says already what was wanted, otherwise `conflict`.
 */
export function meets(change: Change, theirs: Task): 'free' | 'done' | 'conflict' {
  const { before, after } = change;
  const fields = touched(change);
  if (!before || !after || !fields || fields.length === 0) return 'conflict';
  const wanted = (field: keyof Task) =>
    same(said(theirs, field), said(after, field)) && !same(said(before, field), said(after, field));
  if (fields.every(wanted)) return 'done';
  return fields.every((field) => same(said(theirs, field), said(before, field))) ? 'free' : 'conflict';
}

/** A task as it was read, with a change over it that has not been answered; null when the change takes it away. */
export function laidOver({ before, after }: Change, read: Task | undefined): Task | null {
  if (!after || !before || !read) return after;
  const fields = Object.keys(after) as (keyof Task)[];
  const changed = fields.filter((field) => field !== 'version' && !same(after[field], before[field]));
  return { ...read, ...Object.fromEntries(changed.map((field) => [field, after[field]])) };
}

/** What somebody typed for a change: worth keeping when it is refused. */
export function typedIn({ body, line }: Pick<WaitingChange, 'body' | 'line'>): string | null {
  if (line) return line.text;
  const { quickAdd, title, notes } = (body ?? {}) as Record<string, unknown>;
  const texts = [quickAdd, title, notes].filter((text) => typeof text === 'string' && text.trim() !== '');
  return texts.length > 0 ? texts.join('\n\n') : null;
}
