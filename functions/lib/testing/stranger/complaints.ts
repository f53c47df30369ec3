import { borrowing } from './borrowing.ts';
import type { Operation } from './operations.ts';
import { ask, type Cast, newCast } from './people.ts';
import {
  type Credentials,
  fromElsewhere,
  lettingIn,
  newCredentials,
  overreaching,
  says,
} from './refusals.ts';
import { hiddenWords, newScene, type Scene, sharedWords, targetOf } from './scene.ts';
import { besides, everything } from './snapshot.ts';
import { asStranger, asViewer, changes, idsOf, leaksIn } from './strangers.ts';
import type { World } from './world.ts';

/** Routes that anybody may call: each proves a token of its own. A new one is looked at by somebody, and then named here. */
const open = ['getUnsubscribe', 'postUnsubscribe'];
/** Routes that tell everybody the same: whether it works, and nothing of anybody's. */
const telling = ['getHealth'];

export type Stage = { world: World; cast: Cast; credentials: Credentials; scene: Scene };

export async function newStage(world: World): Promise<Stage> {
  const cast = await newCast(world);
  return {
    ...{ world, cast },
    credentials: await newCredentials(world, cast),
    scene: await newScene(world, cast),
  };
}

/**
 * Everything that is wrong with who may use this operation, in words: tried by nobody, with each credential that is none,
 * with too narrow a token, from another page, by strangers, by a viewer, and at last by whoever may.
 */
export async function complaintsAbout(operation: Operation, stage: Stage): Promise<string[]> {
  const { world, cast, credentials } = stage;
  const { eve, cem, ben } = cast;
  // What is done to a project stays done.
  const scene = operation.path.startsWith('/projects/{id}') ? await newScene(world, cast) : stage.scene;
  const shared = await targetOf(operation, world, cast, { projectId: scene.shared, words: sharedWords });
  if (telling.includes(operation.id)) return complaintsAboutTelling(operation, stage, shared);
  if (operation.open) return complaintsAboutOpen(operation, stage, shared);
  const hidden = await targetOf(operation, world, cast, { projectId: scene.hidden, words: hiddenWords });
  const strangers = [eve, cem, ben].map(({ userId }) => userId);
  const look = () => besides(world.database, strangers, { hosts: idsOf(cast, scene) });
  const before = await look();
  const complaints = [
    ...(await lettingIn(operation, world, credentials, shared)),
    ...(await overreaching(operation, world, cast, credentials, shared)),
    ...(await fromElsewhere(operation, world, cast, shared)),
  ];
  // Whatever a route says that it needs: to read changes nothing.
  if (operation.changes && operation.scope === 'read') {
    const reader = { cookie: '', calendarToken: credentials.narrow.read! };
    await ask(world, operation, reader, shared, { authorization: `Bearer ${credentials.narrow.read}` });
  }
  for (const [name, who, target] of [
    ['a stranger', eve, shared],
    ['who has left', cem, shared],
    ['a viewer of something else', ben, hidden],
  ] as const) {
    const found = await asStranger(operation, world, { cast, scene, target, who });
    complaints.push(...found.map((complaint) => `${name} ${complaint}`));
  }
  complaints.push(...changes(before, await look()).map((complaint) => `one of them ${complaint}`));
  const viewer = await asViewer(operation, world, { cast, scene, target: shared });
  complaints.push(...viewer.map((complaint) => `a viewer ${complaint}`));
  complaints.push(...(await borrowing(operation, world, { cast, scene })));
  // Or nothing of the above would mean anything.
  const answer = await ask(world, operation, shared.rightful, shared);
  if (answer.status >= 300) complaints.push(`whoever may ${says(answer)}: see preparations.ts`);
  return complaints;
}

/** Whoever asks is told the same, which holds nobody's words or ids, and nothing is changed by it. */
async function complaintsAboutTelling(
  operation: Operation,
  { world: { call, database }, cast: { ada, eve }, scene, cast }: Stage,
  { path }: { path: string },
): Promise<string[]> {
  const before = await everything(database);
  const answers = await Promise.all(
    ['', ada.cookie, eve.cookie].map((cookie) => call(operation.method, path, cookie ? { cookie } : {})),
  );
  const [nobodys, ...others] = answers.map(({ text }) => text);
  return [
    ...answers.flatMap((answer) =>
      leaksIn(answer, [sharedWords, hiddenWords, ...idsOf(cast, scene), ada.email], path),
    ),
    ...(others.every((text) => text === nobodys) ? [] : ['tells one more than another']),
    ...(answers[0]!.status < 300 ? [] : [says(answers[0]!)]),
    ...changes(before, await everything(database)),
  ];
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** The letter of base64url that differs in the last bit, which of the last letter means nothing to who decodes it. */
const nextLetter = (letter: string): string => letters[letters.indexOf(letter) ^ 1] ?? 'A';

/** A token that was altered, or moved to another name, opens nothing. */
async function complaintsAboutOpen(
  operation: Operation,
  { world, cast }: Stage,
  { path }: { path: string },
): Promise<string[]> {
  if (!open.includes(operation.id)) return ['is open to anybody, and complaints.ts does not say why'];
  const { call, database } = world;
  const before = await everything(database);
  const complaints: string[] = [];
  const turned = path.replace(/.$/, nextLetter);
  for (const wrong of [turned, path.replace(cast.ada.userId, cast.eve.userId), path.replace(/\..*$/, '')]) {
    const answer = await call(operation.method, wrong, {});
    if (answer.status !== 404) complaints.push(`${wrong} ${says(answer)}`);
  }
  complaints.push(...changes(before, await everything(database)));
  const answer = await call(operation.method, path, {});
  if (answer.status >= 300) complaints.push(`whoever may ${says(answer)}`);
  return complaints;
}
