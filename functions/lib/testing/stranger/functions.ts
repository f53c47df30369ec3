// Who calls a function itself, past the gateway, gets no further than at the gateway.
import { randomUUID } from 'node:crypto';
import type { EventType } from '@zerodo/domain/events';
import type { Definition } from '@zerodo/runtime/definition';
import { tickTypes } from '@zerodo/runtime/tick';
import type { LoadedFunction } from './every-function.ts';
import { acceptedBy, binary, everyType, forged, type Ids } from './messages.ts';
import { says } from './refusals.ts';
import { changedBetween, everything, type Snapshot } from './snapshot.ts';
import type { Headers, Response, World } from './world.ts';

export type Attack = {
  world: World;
  /** Bearer tokens that are none. */
  bad: readonly [what: string, token: string][];
  /** A good token with too little in it, by the scope that it has. */
  narrow: Record<string, string>;
  /** What forged events are about, and an id of an event that there is. */
  ids: Ids;
  genuine: (type: string) => Promise<string | undefined>;
};

/** What may differ afterwards: that a message was seen, a letter that was kept, and where the log is. */
const seen = ['inbox'];
const kept = ['dead_letters'];

/**
 * Everything that is wrong with what this function does for who may not, in words; each kind of definition has its own
 * way of being tried, and one that has none is a complaint.
 */
export async function complaintsAboutFunction(one: LoadedFunction, attack: Attack): Promise<string[]> {
  const { world } = attack;
  const before = await everything(world.database);
  const calls = world.outside.calls();
  const complaints: string[] = [];
  for (const definition of one.definitions) complaints.push(...(await tried(one.name, definition, attack)));
  complaints.push(...(await strayTypes(one, attack)));
  const collects = one.definitions.some(({ kind }) => kind === 'collector');
  return [
    ...complaints,
    ...(world.outside.calls() > calls ? ['called a webhook'] : []),
    ...changed(before, await everything(world.database), [...seen, ...(collects ? kept : [])]),
  ];
}

const changed = (before: Snapshot, after: Snapshot, allowed: string[]): string[] =>
  changedBetween(before, after)
    .filter((table) => !allowed.includes(table))
    .map((table) => `changed ${table}`);

async function tried(name: string, definition: Definition, attack: Attack): Promise<string[]> {
  const { world, narrow } = attack;
  switch (definition.kind) {
    case 'command': {
      const headers = { ...binary(definition.accepts.type), prefer: 'return=representation' };
      return refuses(definition.accepts.type, attack, { headers, path: '/', name, token: narrow.read! });
    }
    case 'query': {
      const headers = { 'content-type': 'application/json' };
      const token = narrow[definition.scope === 'operate' ? 'read' : 'calendar']!;
      const permitted = definition.scope === 'calendar';
      return refuses(definition.name, attack, {
        ...{ headers, name, path: `/${definition.name}` },
        ...(!permitted && { token }),
      });
    }
    case 'link': {
      const body = JSON.stringify({ token: `${attack.ids.userId}.${randomUUID()}` });
      const answer = await world.direct(
        name,
        `/${definition.name}`,
        { 'content-type': 'application/json' },
        body,
      );
      return answer.status === 404 ? [] : [`${definition.name} with a forged token ${says(answer)}`];
    }
    case 'reaction':
    case 'recorder':
    case 'delivery':
      return believesNothing(name, definition.accepts as readonly EventType[], attack);
    case 'tick':
      return carriesNothing(name, attack);
    case 'collector':
      return told(await world.direct(name, '/', binary('dev.zerodo.nothing.known.v1'), '{}'));
    case 'edge':
      // Tried by each of its routes.
      return [];
    default:
      return [`say in functions.ts how a ${(definition as Definition).kind} is tried`];
  }
}

/** No token that is none, and none with another scope. */
async function refuses(
  what: string,
  { world, bad }: Attack,
  { name, path, headers, token }: { name: string; path: string; headers: Headers; token?: string },
): Promise<string[]> {
  const call = (bearer: string): Promise<Response> =>
    world.direct(name, path, { ...headers, ...(bearer && { authorization: `Bearer ${bearer}` }) }, '{}');
  const complaints = bad.map(async ([wrong, bearer]) => {
    const answer = await call(bearer);
    return answer.status === 401 ? [] : [`${what} with ${wrong} ${says(answer)}`];
  });
  if (token) {
    const answer = await call(token);
    if (answer.status !== 403) return [`${what} with too little ${says(answer)}`];
  }
  return (await Promise.all(complaints)).flat();
}

/** An event that was made up causes nothing that was not due, under an id of its own or under one that there is. */
async function believesNothing(
  name: string,
  types: readonly EventType[],
  { world, ids, genuine, narrow }: Attack,
): Promise<string[]> {
  const complaints: string[] = [];
  for (const type of types) {
    for (const id of [randomUUID(), await genuine(type)]) {
      const { headers, body } = forged(type, ids, id);
      complaints.push(...told(await world.direct(name, '/', headers, body)));
    }
    // Somebody who waits is told no more than a broker is.
    const { headers, body } = forged(type, ids);
    const asPerson = { ...headers, prefer: 'return=representation', authorization: `Bearer ${narrow.write}` };
    complaints.push(...told(await world.direct(name, '/', asPerson, body)));
  }
  return complaints;
}

/** A wake-up says nothing, whatever stands in it. */
async function carriesNothing(name: string, { world, ids }: Attack): Promise<string[]> {
  const complaints: string[] = [];
  for (const type of tickTypes) {
    const body = JSON.stringify({ ...ids, everything: true });
    complaints.push(
      ...told(await world.direct(name, '/', { ...binary(type), 'ce-userid': ids.userId! }, body)),
    );
  }
  return complaints;
}

const told = (answer: Response): string[] =>
  ['', '{}'].includes(answer.text) || answer.status >= 400 ? [] : [`told ${answer.text.slice(0, 100)}`];

/** What a function does not take is refused by its type, a broker's command as well as a person's event. */
async function strayTypes(one: LoadedFunction, { world, narrow }: Attack): Promise<string[]> {
  if (one.definitions.some(({ kind }) => kind === 'collector' || kind === 'edge')) return [];
  const taken = acceptedBy(one);
  const stray = everyType(world.functions).filter((type) => !taken.includes(type));
  const complaints = stray.map(async (type) => {
    const headers = { ...binary(type), authorization: `Bearer ${narrow.write}` };
    const answer = await world.direct(one.name, '/', headers, '{}');
    return answer.status === 422 ? [] : [`${type}, which is not for it, ${says(answer)}`];
  });
  return (await Promise.all(complaints)).flat();
}
