import type { Task } from '@zerodo/domain/task';

/** Something that a person did, and what was answered. */
export type Operation = {
  /** The Idempotency-Key: events say it as their cause. */
  key: string;
  person: string;
  what: string;
  status: number;
  code: string | null;
  attempts: number;
  /** The task as the answer has it; null where it was refused, or about no task. */
  task: Task | null;
};

/** A task as its only writer knows it: by the last answer. */
export type KnownTask = {
  person: string;
  task: Task;
  deleted: boolean;
};

/** Something that is not as it was acknowledged, and how much of it. */
export type Finding = { kind: 'lost' | 'doubled' | 'wrong'; what: string; count: number };

/**
 * The run's own account of what Zerodo acknowledged, made of answers alone. What a check finds in the tables, in Kafka and outside
 * is compared with it.
 */
export class Account {
  readonly operations: Operation[] = [];
  /** Tasks that one actor alone writes to, by id. */
  readonly tasks = new Map<string, KnownTask>();
  /** Tasks that several people write to at once. */
  readonly sharedTasks = new Set<string>();
  /** Recurring tasks that were completed: each is followed by one. */
  readonly completedRecurring = new Set<string>();
  readonly findings: Finding[] = [];

  get acknowledged(): number {
    return this.operations.filter(({ status }) => status < 300).length;
  }

  get refused(): number {
    return this.operations.length - this.acknowledged;
  }

  /** How often a request was sent again because its answer did not come. */
  get repeated(): number {
    return this.operations.reduce((sum, { attempts }) => sum + attempts - 1, 0);
  }

  find(kind: Finding['kind'], what: string): void {
    this.findings.push({ kind, what, count: 1 });
  }
}
