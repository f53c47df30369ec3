import { type CommandRoute, onTask, type QueryRoute, type Route } from '@zerodo/api/route';
import { routes } from '@zerodo/api/routes';
import { defineCommand } from '@zerodo/runtime/command';
import type { Definition } from '@zerodo/runtime/definition';
import { defineLink } from '@zerodo/runtime/link';
import { defineReaction } from '@zerodo/runtime/reaction';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { complaintsAbout, newStage, type Stage } from './complaints.ts';
import { everyFunction, type LoadedFunction } from './every-function.ts';
import { type Attack, complaintsAboutFunction } from './functions.ts';
import { settle } from './messages.ts';
import { everyOperation } from './operations.ts';
import { badPasses } from './passes.ts';
import { possessionsOf } from './possessions.ts';
import { testWorld } from './world.ts';

const asked = z.strictObject({ taskId: z.uuid() });
const route = (method: Route['method'], name: string, over: Partial<QueryRoute> = {}): Route => ({
  method,
  path: `/tasks/{id}/${name}`,
  summary: 'planted',
  function: 'task-query',
  ask: name,
  answers: z.object({}),
  arguments: ({ params }) => ({ taskId: params.id }),
  ...over,
});

/** As a worker sees it: no check of membership, and none by the database. */
const unchecked = (name: string, statement: string): Definition => ({
  kind: 'query',
  name,
  accepts: asked,
  database: 'worker',
  handle: async ({ taskId }, { transaction }) => ({
    rows: await transaction((tx) => tx.unsafe(statement, [taskId])),
  }),
});

const pauses = { type: 'dev.zerodo.command.planted.v1', data: asked } as const;

const plantedRoutes: Record<string, { route: Route; definition: Definition; complaint: RegExp }> = {
  'a question that asks without membership': {
    route: route('GET', 'planted-read'),
    definition: unchecked('planted-read', 'select * from tasks where id = $1'),
    complaint: /^a stranger was told adas-shared-words/,
  },
  'a change that needs no membership': {
    route: route('POST', 'planted-write', { scope: 'write' }),
    definition: unchecked('planted-write', "update tasks set title = 'planted' where id = $1"),
    complaint: /^one of them changed tasks/,
  },
  'a question that anybody may ask': {
    route: route('GET', 'planted-open', { access: 'anyone' }),
    definition: defineLink({ name: 'planted-open', accepts: asked, handle: async () => ({}) }),
    complaint: /is open to anybody/,
  },
  'a change for which it is enough to read': {
    route: {
      ...route('POST', 'planted-scope'),
      ...{ scope: 'read', command: pauses, status: 200, data: onTask },
    } as CommandRoute,
    definition: defineCommand({
      ...{ name: 'task-query', accepts: pauses, scope: 'read' },
      handle: async ({ data: { taskId } }, { tx }) => {
        await tx`update tasks set title = 'planted' where id = ${taskId}`;
        return { answer: {}, events: [] };
      },
    }),
    complaint: /^one of them changed tasks/,
  },
};

const plantedFunctions: Record<string, { name: string; definition: Definition; complaint: RegExp }> = {
  'a reaction that believes what an event says': {
    name: 'stats-record',
    definition: defineReaction({
      ...{ name: 'stats-record', accepts: ['dev.zerodo.task.created.v1'], as: 'worker' },
      handle: async ({ data: { task } }, { tx }) => {
        await tx`update tasks set title = ${task.title} where id = ${task.id}`;
        return { events: [] };
      },
    }),
    complaint: /^changed tasks/,
  },
  'a link that asks for no proof': {
    name: 'rule-preview',
    definition: defineLink({ name: 'planted-link', accepts: z.looseObject({}), handle: async () => ({}) }),
    complaint: /^planted-link with a forged token was answered 200/,
  },
  'a definition of a kind that nobody has thought of': {
    name: 'task-reopen',
    definition: { kind: 'oracle', name: 'planted-oracle' } as never,
    complaint: /^say in functions.ts how a oracle is tried/,
  },
};

/** In front of what was there, so that it is the first to be asked. */
const withPlanted = (loaded: readonly LoadedFunction[]): LoadedFunction[] =>
  loaded.map(({ name, definitions }) => ({
    name,
    definitions: [
      ...Object.values(plantedFunctions).flatMap((one) => (one.name === name ? [one.definition] : [])),
      ...(name === 'task-query' ? Object.values(plantedRoutes).map(({ definition }) => definition) : []),
      ...definitions,
    ],
  }));

describe('a hole that somebody makes', async () => {
  // Before the gateway is loaded, which makes its table of them.
  (routes as Route[]).push(...Object.values(plantedRoutes).map((one) => one.route));
  const functions = withPlanted(await everyFunction());
  const world = await testWorld({ functions });
  let stage: Stage;
  let attack: Attack;
  beforeAll(async () => {
    stage = await newStage(world);
    const { ada } = stage.cast;
    const ids = await possessionsOf(world, stage.cast, stage.scene);
    const token = await world.passFor({ cookie: ada.cookie });
    await settle(world);
    attack = {
      ...{ world, ids, bad: await badPasses(world, ada), genuine: async () => undefined },
      narrow: { read: token, write: token, calendar: token },
    };
  });

  it.each(Object.entries(plantedRoutes))('is found at the API: %s', async (_, { route, complaint }) => {
    const operation = everyOperation().find(({ path }) => path === route.path)!;

    expect(await complaintsAbout(operation, stage)).toContainEqual(expect.stringMatching(complaint));
  });

  it.each(Object.entries(plantedFunctions))(
    'is found past the gateway: %s',
    async (_, { name, complaint }) => {
      const one = functions.find((loaded) => loaded.name === name)!;

      expect(await complaintsAboutFunction(one, attack)).toContainEqual(expect.stringMatching(complaint));
    },
  );
});
