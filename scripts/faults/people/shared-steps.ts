// What two people do to one project, at once and without asking each other: either may be refused.
import type { Actor, SharedProject } from './actor.ts';
import type { Step } from './steps.ts';

const project = ({ random, options }: Actor): SharedProject | undefined =>
  options.shared.length > 0 ? random.one(options.shared) : undefined;

/** Makes a project, invites the partner, and has the partner accept. */
export const share: Step = async (actor) => {
  const { account, partner, shared } = actor.options;
  const made = await actor.ask('share', { method: 'POST', path: '/projects', body: { name: actor.words() } });
  const { id } = made.body ?? {};
  const invited = await actor.ask('invite', {
    ...{ method: 'POST', path: `/projects/${id}/members` },
    body: { email: partner.email, role: 'editor' },
  });
  const accepted = await actor.ask('accept', {
    ...{ method: 'POST', path: `/invitations/${invited.body?.id}/accept` },
    as: partner,
  });
  if (accepted.status === 200) shared.push({ id, taskIds: [] });
  else account.find('wrong', `sharing ${id} ended with ${accepted.status} ${accepted.body?.code}`);
  return true;
};

export const sharedCreate: Step = async (actor) => {
  const there = project(actor);
  if (!there) return false;
  const body = { title: actor.words(), projectId: there.id, reminders: [] };
  const { status, body: task } = await actor.ask('shared-create', { method: 'POST', path: '/tasks', body });
  if (status === 201) {
    actor.options.account.sharedTasks.add(task.id);
    there.taskIds.push(task.id);
  } else
    actor.options.account.find(
      'wrong',
      `a task in a shared project was refused with ${status} ${task?.code}`,
    );
  return true;
};

const onShared = async (actor: Actor, work: (path: string) => Promise<unknown>): Promise<boolean> => {
  const there = project(actor);
  if (!there || there.taskIds.length === 0) return false;
  // Mostly the newest, so that both are at the same one.
  const { taskIds } = there;
  await work(`/tasks/${actor.random.one(taskIds.slice(-3))}`);
  return true;
};

const edit = (actor: Actor, path: string, as = actor.options.person) =>
  actor.ask('shared-edit', { method: 'PATCH', path, body: { title: `${actor.words()} again` }, as });

export const sharedEdit: Step = (actor) => onShared(actor, (path) => edit(actor, path));

/** Both at the same moment, neither knowing of the other. */
export const sharedEditAtOnce: Step = (actor) =>
  onShared(actor, (path) => Promise.all([edit(actor, path), edit(actor, path, actor.options.partner)]));

export const sharedComplete: Step = (actor) =>
  onShared(actor, (path) => actor.ask('shared-complete', { method: 'POST', path: `${path}/complete` }));
