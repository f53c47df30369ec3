import { type Due, localDue } from '@zerodo/domain/due';
import type { ReadImport, Row } from '@zerodo/domain/import';
import { toLocal } from '@zerodo/domain/local-time';
import type { Reminder } from '@zerodo/domain/reminder';

/** What a reader of another format says of a task; what it leaves out is as usual. */
export type ReadTask = {
  title: string;
  notes?: string;
  priority?: number;
  labels?: string[];
  section?: string | null;
  status?: 'open' | 'completed';
  due?: Due | null;
  deadline?: string | null;
  durationMinutes?: number | null;
  reminders?: unknown[];
  parent?: number | null;
  position?: number;
  assigned?: boolean;
  createdAt?: string | undefined;
  updatedAt?: string | undefined;
  completedAt?: string | null;
};

export type ReadRule = {
  rrules: string[];
  exdates?: string[];
  rdates?: string[];
  mode?: string;
  spawn?: string;
};

/** What holds for a file as a whole. */
export type Surroundings = { now: Date; timezone: string; project: string | undefined };

/** Collects what a file says in the words of an exported document (lib/domain/exported.ts). */
export class Reading implements ReadImport {
  readonly projects: Row[] = [];
  readonly labels: Row[] = [];
  readonly series: Row[] = [];
  readonly tasks: Row[] = [];
  readonly #named = new Map<string, { id: number; sections: string[] }>();
  readonly #usualProject: string | undefined;
  #last = 0;

  constructor({ project }: Surroundings) {
    this.#usualProject = project;
  }

  /** The number for a task; several may be given before any is added, as a part may come before the whole. */
  number(): number {
    this.#last += 1;
    return this.#last;
  }

  /** The number of a project by its name; without one it is the one asked for, or the inbox. */
  project(row: number, name: string | undefined, also: Record<string, unknown> = {}): number {
    const asked = name?.trim() || this.#usualProject || 'Inbox';
    const inbox = asked.toLowerCase() === 'inbox';
    const wanted = inbox ? 'Inbox' : asked;
    const known = this.#named.get(wanted);
    if (known) return known.id;
    const made = { id: this.#named.size + 1, sections: [] as string[] };
    this.#named.set(wanted, made);
    this.projects.push({ row, value: { ...also, ...made, inbox, name: wanted } });
    return made.id;
  }

  problem(row: number, problem: string): void {
    this.tasks.push({ row, problem });
  }

  /** An open task with a rule is the open occurrence of a series that begins with it. */
  add(row: number, id: number, project: number, task: ReadTask, rule?: ReadRule): void {
    const { section, due } = task;
    const sections = [...this.#named.values()].find((one) => one.id === project)?.sections;
    if (section && sections && !sections.includes(section)) sections.push(section);
    const series =
      rule && due && task.status !== 'completed' ? this.#series(row, project, task, due, rule) : null;
    if (rule && !due && task.status !== 'completed') {
      this.problem(row, 'A task that recurs needs a due date: add one.');
      return;
    }
    this.tasks.push({ row, value: { ...task, id, project, series } });
  }

  #series(row: number, project: number, task: ReadTask, due: Due, rule: ReadRule): number {
    const id = this.series.length + 1;
    const { title, notes, priority, labels, section, durationMinutes, reminders = [], assigned } = task;
    const before = reminders.filter((one) => (one as Reminder).type === 'before');
    this.series.push({
      row,
      value: {
        ...{ id, project, title, notes, priority, labels, section, durationMinutes, assigned },
        reminders: before,
        ...rule,
        dtstart: localDue(due),
        allDay: due.time === null,
        timezone: due.timezone,
        floating: due.floating,
      },
    });
    return id;
  }
}

/** `YYYY-MM-DDTHH:MM`, with seconds where there are any. */
export const localMoment = (instant: Date, timezone: string): string =>
  toLocal(instant, timezone).replace(/(T\d\d:\d\d):00$/, '$1');
