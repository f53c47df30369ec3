// Who is signed in, and has no business with what is Ada's.
import type { Operation } from './operations.ts';
import { ask, type Cast, type Person } from './people.ts';
import { says } from './refusals.ts';
import { hiddenWords, type Scene, sharedWords, type Target } from './scene.ts';
import { besides, changedBetween, type Snapshot } from './snapshot.ts';
import type { Headers, Response, World } from './world.ts';

type Trying = { cast: Cast; scene: Scene; target: Target };

/** What somebody might send to be taken for somebody else, or for one of our own functions. */
const smuggled = ({ ada }: Cast): Headers => ({
  ...{ 'ce-specversion': '1.0', 'ce-id': 'smuggled', 'ce-source': '/zerodo/outbox-relay' },
  ...{ 'ce-type': 'dev.zerodo.command.delete-account.v1', 'ce-userid': ada.userId },
  ...{ 'x-user-id': ada.userId, 'x-forwarded-user': ada.email },
});

/** What a viewer may do about what is shared, because it is his own, as a reminder is. */
const viewersOwn = ['postTasksIdSnooze'];
/** What only owners read. */
const ownersOnly = ['getProjectsIdInvitations'];
/** What projects are shared with; everything else is its person's alone. */
const sharedNouns = ['tasks', 'series', 'projects'];

/** Whatever names one of these is Ada's. */
export const idsOf = ({ ada }: Cast, { shared, hidden }: Scene): string[] => [ada.userId, shared, hidden];

/** Complains when an answer holds any of these words or ids, but for those that its caller had sent. */
export const leaksIn = ({ status, text }: Response, secrets: readonly string[], sent: string): string[] =>
  secrets
    .filter((secret) => text.includes(secret) && !sent.includes(secret))
    .map((secret) => `was told ${secret} with a ${status}`);

export const changes = (before: Snapshot, after: Snapshot): string[] =>
  changedBetween(before, after).map((table) => `changed ${table}`);

/** Tries what is Ada's as somebody else. */
export async function asStranger(
  operation: Operation,
  world: World,
  { cast, scene, target, who }: Trying & { who: Person },
): Promise<string[]> {
  const { path, body = '', ids } = target;
  const answer = await ask(world, operation, who, target, smuggled(cast));
  const shown = who === cast.ben ? [sharedWords, scene.shared, cast.ada.userId] : [];
  const secrets = [sharedWords, hiddenWords, ...idsOf(cast, scene), ...ids].filter(
    (secret) => !shown.includes(secret),
  );
  const expected = operation.scope === 'operate' ? 403 : operation.params.length > 0 ? 404 : answer.status;
  return [...leaksIn(answer, secrets, path + body), ...(answer.status === expected ? [] : [says(answer)])];
}

/** A viewer reads what is shared, and compares what is stored before and after: he changes nothing of it. */
export async function asViewer(
  operation: Operation,
  world: World,
  { cast, scene, target }: Trying,
): Promise<string[]> {
  const { body = '', viewersPath: path = target.path } = target;
  const look = () => besides(world.database, [cast.ben.userId], { hosts: idsOf(cast, scene), guests: true });
  const before = await look();
  const answer = await ask(world, operation, cast.ben, { ...target, path }, smuggled(cast));
  const right = viewersStatus(operation);
  return [
    ...leaksIn(answer, [hiddenWords, scene.hidden], path + body),
    ...(right && !right.includes(answer.status) ? [says(answer)] : []),
    ...changes(before, await look()),
  ];
}

/** Null where he is asked about nothing in particular. */
function viewersStatus({ id, path, params, changes: writes, scope }: Operation): number[] | null {
  if (scope === 'operate') return [403];
  if (params.length === 0) return null;
  if (!sharedNouns.includes(path.split('/')[1]!)) return [404];
  return viewersOwn.includes(id) || !(writes || ownersOnly.includes(id)) ? [200] : [403, 404];
}
