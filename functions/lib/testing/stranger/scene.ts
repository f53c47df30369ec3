import { randomUUID } from 'node:crypto';
import type { Operation } from './operations.ts';
import { type Cast, done, type Person } from './people.ts';
import { preparations } from './preparations.ts';
import { invitedTo, makers } from './things.ts';
import type { World } from './world.ts';

/** What Ada has: a project that Ben may look at and Cem was in, and one of her own. */
export type Scene = { shared: string; hidden: string };

/** Stands in all of Ada's words: what Ben may see has the first, what he may not the second. */
export const sharedWords = `adas-shared-words-${randomUUID()}`;
export const hiddenWords = `adas-hidden-words-${randomUUID()}`;

export async function newScene(world: World, { ada, ben, cem }: Cast): Promise<Scene> {
  const project = async (name: string) => (await done(world, ada, 'POST', '/projects', { name })).id;
  const [shared, hidden] = [await project(sharedWords), await project(hiddenWords)];
  for (const person of [ben, cem]) {
    const { id, code } = await invitedTo(world, ada, shared, person.email);
    await done(world, person, 'POST', `/invitations/${id}/accept`, { code });
  }
  await done(world, ada, 'DELETE', `/projects/${shared}/members/${cem.userId}`);
  return { shared, hidden };
}

/** What an operation is asked about in one of Ada's projects, and who may do it. */
export type Target = {
  path: string;
  /** Where it is another for a viewer. */
  viewersPath?: string;
  body?: string;
  type?: string;
  rightful: Person;
  ids: string[];
};

/** Makes everything that the operation needs to succeed. */
export async function targetOf(
  operation: Operation,
  world: World,
  cast: Cast,
  { projectId, words }: { projectId: string; words: string },
): Promise<Target> {
  const { ada, olga } = cast;
  const rightful = operation.scope === 'operate' ? olga : ada;
  const ids: Record<string, string> = {};
  for (const [name, noun] of nounsIn(operation)) {
    const maker = makers[noun];
    if (!maker) throw new Error(`${operation.id}: say in things.ts how one of ${noun} is made`);
    ids[name] = name === 'userId' ? cast.ben.userId : await maker(world, rightful, { projectId, words });
  }
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => ids[name]!);
  const usual = { path, body: operation.body, rightful };
  const prepared = await preparations[operation.id]?.({ world, cast, path, words, projectId, ids });
  const { body, text, type, query, ...rest } = { ...usual, ...prepared };
  const sent = text ?? (body === undefined ? undefined : JSON.stringify(body));
  return {
    ids: Object.values(ids),
    ...rest,
    path: query ? `${rest.path}?${query}` : rest.path,
    ...(sent !== undefined && { body: sent }),
    ...(type && { type }),
  };
}

/** `{id}` is one of what stands before it; another parameter says by its name what it is one of. */
export function nounsIn({ path }: Operation): [name: string, noun: string][] {
  const segments = path.split('/');
  return segments.flatMap((segment, at): [string, string][] => {
    const name = /^\{(\w+)\}$/.exec(segment)?.[1];
    return name ? [[name, segments[at - 1]!]] : [];
  });
}
