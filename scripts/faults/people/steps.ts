// What people do, as often as they do it.
import { randomUUID } from 'node:crypto';
import { successorId } from '@zerodo/domain/ids';
import type { Actor } from './actor.ts';
import { share, sharedComplete, sharedCreate, sharedEdit, sharedEditAtOnce } from './shared-steps.ts';

/** Does one thing; false where there is nothing yet to do it to. */
export type Step = (actor: Actor) => Promise<boolean>;

const isOpen = ({ task, deleted }: Actor['own'][number]) => !deleted && task.status === 'open';

/** A UUIDv7, which a client may bring. */
function newId(): string {
  const time = Date.now().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}

async function creates(actor: Actor, what: string, fields: object): Promise<boolean> {
  const id = actor.random.chance(0.5) ? { id: newId() } : {};
  const body = { title: actor.words(), reminders: [], ...fields, ...id };
  const task = await actor.mine(what, { method: 'POST', path: '/tasks', body });
  if (task) actor.adopt(task);
  return true;
}

const create: Step = (actor) =>
  creates(actor, 'create', {
    notes: actor.words(),
    priority: 1 + actor.random.below(4),
    labels: [actor.random.one(['home', 'work'])],
  });

const createRecurring: Step = (actor) =>
  creates(actor, 'create-recurring', {
    due: { date: '2026-12-01', time: '09:00', timezone: 'UTC' },
    recurrence: { rrules: ['FREQ=DAILY'] },
  });

/** Seconds until a reminder of a run falls due. */
const [soonest, latest] = [3, 12];

const createReminded: Step = (actor) => {
  const inMs = (soonest + actor.random.below(latest - soonest)) * 1000;
  const local = new Date(actor.options.clock.now() + inMs).toISOString().slice(0, 19);
  return creates(actor, 'create-reminded', { reminders: [{ type: 'at', local, timezone: 'UTC' }] });
};

/** A change that is one, whatever was there before; of an occurrence nothing that would change its series. */
function change(actor: Actor, { task }: Actor['own'][number]): object {
  const kinds = task.recurrence ? ['title', 'notes'] : ['title', 'notes', 'priority', 'due'];
  switch (actor.random.one(kinds)) {
    case 'priority':
      return { priority: 1 + (task.priority % 4) };
    case 'due': {
      const date = `2027-0${1 + actor.random.below(9)}-${10 + actor.random.below(18)}`;
      // The day that it has already would be no change, and no event would say so.
      return { due: { date: date === task.due?.date ? '2027-12-31' : date, timezone: 'UTC' } };
    }
    case 'notes':
      return { notes: `${actor.words()} again` };
    default:
      return { title: `${actor.words()} again` };
  }
}

const edit: Step = async (actor) => {
  const known = actor.some(isOpen);
  if (!known) return false;
  const path = `/tasks/${known.task.id}`;
  const seen = actor.random.chance(0.5) ? { version: known.task.version } : {};
  await actor.mine('edit', { method: 'PATCH', path, body: change(actor, known), ...seen }, known);
  return true;
};

/** Changes something and thinks better of it. */
const editAndUndo: Step = async (actor) => {
  const known = actor.some(isOpen);
  if (!known) return false;
  const path = `/tasks/${known.task.id}`;
  if (await actor.mine('edit', { method: 'PATCH', path, body: { title: actor.words() } }, known)) {
    await actor.mine('undo', { method: 'POST', path: `${path}/undo` }, known);
  }
  return true;
};

const complete: Step = async (actor) => {
  const known = actor.some(isOpen);
  if (!known) return false;
  const { id, recurrence } = known.task;
  const done = await actor.mine('complete', { method: 'POST', path: `/tasks/${id}/complete` }, known);
  if (done && recurrence) {
    actor.awaited.push(successorId(id));
    actor.options.account.completedRecurring.add(id);
  }
  return true;
};

const onTask =
  (
    what: string,
    fits: (known: Actor['own'][number]) => boolean,
    then: (known: Actor['own'][number]) => void = () => {},
  ): Step =>
  async (actor) => {
    const known = actor.some(fits);
    if (!known) return false;
    const [method, path] = what === 'delete' ? ['DELETE', ''] : ['POST', `/${what}`];
    if (await actor.mine(what, { method, path: `/tasks/${known.task.id}${path}` }, known)) then(known);
    return true;
  };

const reopen = onTask(
  'reopen',
  ({ task, deleted }) => !deleted && task.status === 'completed' && !task.recurrence,
);
const remove = onTask(
  'delete',
  (known) => isOpen(known) && !known.task.recurrence,
  (known) => {
    known.deleted = true;
  },
);
const restore = onTask(
  'restore',
  ({ deleted }) => deleted,
  (known) => {
    known.deleted = false;
  },
);

/** Looks whether the next occurrence is there, and goes on with it. */
const goOn: Step = async (actor) => {
  const id = actor.awaited[0];
  if (!id) return false;
  const { url, person } = actor.options;
  // The answer may be torn in the middle of its body as well.
  const next = await fetch(`${url}/api/v1/tasks/${id}`, { headers: { cookie: person.cookie } })
    .then((answer) => (answer.status === 200 ? answer.json() : undefined))
    .catch(() => undefined);
  if (!next) return false;
  actor.awaited.shift();
  actor.adopt(next as never);
  return complete(actor);
};

/** How often each, of a hundred. */
const habits: [number, Step][] = [
  [19, create],
  [9, createRecurring],
  [8, createReminded],
  [20, edit],
  [6, editAndUndo],
  [12, complete],
  [3, reopen],
  [4, remove],
  [3, restore],
  [3, goOn],
  [4, sharedCreate],
  [4, sharedEdit],
  [3, sharedEditAtOnce],
  [1, sharedComplete],
  [1, share],
];

/** Each as often as it is done. */
const chances = habits.flatMap(([often, what]) => Array<Step>(often).fill(what));

/** Does one thing that is possible. */
export async function step(actor: Actor): Promise<void> {
  if (!(await actor.random.one(chances)(actor))) await create(actor);
}
