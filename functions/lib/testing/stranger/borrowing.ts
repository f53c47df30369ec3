import { randomUUID } from 'node:crypto';
// Somebody names what is Ada's in a request about what is his own.
import type { Operation } from './operations.ts';
import { ask, type Cast, done, type Person } from './people.ts';
import { says } from './refusals.ts';
import { hiddenWords, type Scene, sharedWords, targetOf } from './scene.ts';
import { besides } from './snapshot.ts';
import { changes, idsOf, leaksIn } from './strangers.ts';
import { makers, nounOf } from './things.ts';
import type { World } from './world.ts';

/** `value` put where `at` says, in dots; what is missing on the way is made. */
function withAt(whole: unknown, [name = '', ...rest]: string[], value: unknown): unknown {
  const inner = rest.length > 0 ? withAt((whole as Record<string, unknown>)?.[name], rest, value) : value;
  return /^\d+$/.test(name) ? [inner] : { ...(whole as object), [name]: inner };
}

/** What a field holds the id of; `id` is one of what the path is about. */
function nounAt({ path }: Operation, at: string): string | undefined {
  const name = at.split('.').findLast((part) => !/^\d+$/.test(part))!;
  return name === 'id' ? path.split('/')[1] : nounOf[name];
}

/** Puts an id of Ada's into each place of body and query that takes one: it must do nothing there, and tell nothing. */
export async function borrowing(
  operation: Operation,
  world: World,
  { cast, scene }: { cast: Cast; scene: Scene },
): Promise<string[]> {
  const complaints: string[] = [];
  for (const place of operation.ids) {
    for (const who of [cast.eve, cast.ben]) {
      const name = who === cast.eve ? 'a stranger' : 'a viewer';
      const found = await borrows(operation, world, { cast, scene, who, place });
      complaints.push(...found.map((complaint) => `with ${place.at} of another ${name} ${complaint}`));
    }
  }
  return complaints;
}

async function borrows(
  operation: Operation,
  world: World,
  { cast, scene, who, place }: { cast: Cast; scene: Scene; who: Person; place: Operation['ids'][number] },
): Promise<string[]> {
  const maker = makers[nounAt(operation, place.at) ?? ''];
  if (!maker) return [`is not tried: say in things.ts what it is the id of`];
  const guests = who === cast.ben;
  const [projectId, words] = guests ? [scene.shared, sharedWords] : [scene.hidden, hiddenWords];
  const borrowed = await maker(world, cast.ada, { projectId, words });
  const { id: ownProject } = await done(world, who, 'POST', '/projects', { name: 'my own' });
  const about = { projectId: ownProject, words: `my own ${randomUUID()}` };
  const own = await targetOf(operation, world, { ...cast, ada: who }, about);
  const asked =
    place.in === 'query'
      ? { ...own, path: `${own.path}${own.path.includes('?') ? '&' : '?'}${place.at}=${borrowed}` }
      : {
          ...own,
          body: JSON.stringify(withAt(JSON.parse(own.body ?? '{}'), place.at.split('.'), borrowed)),
        };

  const hosts = idsOf(cast, scene);
  const look = () => besides(world.database, [who.userId], { hosts, guests });
  const before = await look();
  const answer = await ask(world, operation, who, asked);
  const secrets = guests ? [hiddenWords, scene.hidden] : [sharedWords, hiddenWords, ...hosts];
  return [
    ...leaksIn(answer, secrets, asked.path + (asked.body ?? '')),
    // Refused for its form it has not come as far as a check.
    ...(answer.text.includes('"invalid-request"') ? [says(answer)] : []),
    ...changes(before, await look()),
  ];
}
