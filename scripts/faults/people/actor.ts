import type { Task } from '@zerodo/domain/task';
import type { Random } from '../random.ts';
import type { Clock } from '../world/clock.ts';
import type { Account, KnownTask } from './account.ts';
import { insist, type Settled } from './client.ts';

export type Person = { userId: string; email: string; cookie: string };

/** A project of two people, and the tasks in it that either of them may change at any time. */
export type SharedProject = { id: string; taskIds: string[] };

export type ActorOptions = {
  /** Tells its requests from everybody else's. */
  name: string;
  person: Person;
  /** Whom projects are shared with, and what came of that: the same list for both. */
  partner: Person;
  shared: SharedProject[];
  url: string;
  account: Account;
  random: Random;
  clock: Clock;
};

type Asked = { method: string; path: string; body?: object; as?: Person; version?: number };

/** A person at one of their devices: does one thing after the other, and remembers what was answered. */
export class Actor {
  readonly options: ActorOptions;
  readonly random: Random;
  readonly own: KnownTask[] = [];
  /** Occurrences that are to come. */
  readonly awaited: string[] = [];
  #count = 0;

  constructor(options: ActorOptions) {
    this.options = options;
    this.random = options.random;
  }

  /** Words that nobody has written before. */
  words(): string {
    return `${this.options.name} ${this.#count}`;
  }

  /** Asks until somebody answers, and writes down what was acknowledged or refused. */
  async ask(what: string, { method, path, body, as, version }: Asked): Promise<Settled> {
    const { account, person, url, name } = this.options;
    const key = `${name}-${++this.#count}`;
    const who = as ?? person;
    const settled = await insist(url, {
      method,
      path,
      ...(body && { body }),
      headers: {
        cookie: who.cookie,
        origin: url,
        'idempotency-key': key,
        ...(version !== undefined && { 'if-match': `"${version}"` }),
      },
    });
    const { status, attempts } = settled;
    const done = status < 300;
    const task = done && settled.body?.version !== undefined && 'title' in settled.body ? settled.body : null;
    account.operations.push({
      ...{ key, person: who.userId, what, status, attempts, task },
      code: done ? null : (settled.body?.code ?? 'none'),
    });
    if (status >= 500) account.find('wrong', `${what} ${key} was answered with ${status}`);
    return settled;
  }

  /** As `ask`, about a task of its own, where nobody has a reason to refuse anything. */
  async mine(what: string, asked: Asked, known?: KnownTask): Promise<Task | null> {
    const { status, body } = await this.ask(what, asked);
    if (status >= 300) {
      this.options.account.find('wrong', `${what} ${asked.path} was refused with ${status} ${body?.code}`);
      return null;
    }
    if (known) known.task = body;
    return body;
  }

  /** Takes over a task that nobody else writes to. */
  adopt(task: Task): void {
    const known: KnownTask = { person: this.options.person.userId, task, deleted: false };
    this.own.push(known);
    this.options.account.tasks.set(task.id, known);
  }

  /** One of its own tasks for which `fits` holds. */
  some(fits: (known: KnownTask) => boolean): KnownTask | undefined {
    const fitting = this.own.filter(fits);
    return fitting.length > 0 ? this.random.one(fitting) : undefined;
  }
}
