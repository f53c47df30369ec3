import { randomUUID } from 'node:crypto';
import { complaintsAbout, newStage, type Stage } from '@zerodo/testing/stranger/complaints';
import { binary, everyType } from '@zerodo/testing/stranger/messages';
import { everyOperation } from '@zerodo/testing/stranger/operations';
import { lettingIn } from '@zerodo/testing/stranger/refusals';
import { everything } from '@zerodo/testing/stranger/snapshot';
import { testWorld } from '@zerodo/testing/stranger/world';
import { beforeAll, describe, expect, it } from 'vitest';

describe('every operation of the API', async () => {
  const world = await testWorld();
  const operations = everyOperation();
  let stage: Stage;
  beforeAll(async () => {
    stage = await newStage(world);
  });

  it.each(operations)('lets in whoever may, and nobody else: $id', async (operation) => {
    expect(await complaintsAbout(operation, stage)).toEqual([]);
  });

  it.each(['getTasks', 'postTasks', 'getCalendarIcs'])('takes no credential that is none: %s', async (id) => {
    const { bad } = stage.credentials;
    const operation = operations.find((one) => one.id === id)!;
    const asked = { path: operation.path, ...(operation.changes && { body: '{}' }) };

    expect(bad.length).toBeGreaterThan(20);
    expect(await lettingIn(operation, world, stage.credentials, asked, bad.length)).toEqual([]);
  });

  it('hands no message on that somebody outside has made up', async () => {
    const { cookie } = stage.cast.ada;
    const types = everyType(world.functions);
    const before = await everything(world.database);
    const answers = new Set<number>();

    for (const [at, type] of types.entries()) {
      const { name } = world.functions[at % world.functions.length]!;
      const event = { specversion: '1.0', id: randomUUID(), source: '/zerodo/outbox-relay', type, data: {} };
      const structured = { 'content-type': 'application/cloudevents+json' };
      for (const [path, headers, body] of [
        [`/${name}`, binary(type), '{}'],
        ['/', structured, JSON.stringify(event)],
        ['', binary(type), '{}'],
      ] as const) {
        answers.add((await world.call('POST', path, { ...headers, cookie }, body)).status);
      }
    }

    expect(types.length).toBeGreaterThan(60);
    expect([...answers]).toEqual([404]);
    expect(await everything(world.database)).toEqual(before);
  });
});
