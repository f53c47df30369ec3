import { existsSync, readdirSync } from 'node:fs';
import { apiToken } from '@zerodo/testing/stranger/credentials';
import { everyFunction } from '@zerodo/testing/stranger/every-function';
import { type Attack, complaintsAboutFunction } from '@zerodo/testing/stranger/functions';
import { settle } from '@zerodo/testing/stranger/messages';
import { badPasses } from '@zerodo/testing/stranger/passes';
import { type Cast, newCast } from '@zerodo/testing/stranger/people';
import { possessionsOf } from '@zerodo/testing/stranger/possessions';
import { newScene } from '@zerodo/testing/stranger/scene';
import { testWorld } from '@zerodo/testing/stranger/world';
import { beforeAll, describe, expect, it } from 'vitest';

describe('every function, past the gateway', async () => {
  const functions = await everyFunction();
  const world = await testWorld({ functions });
  let attack: Attack;

  beforeAll(async () => {
    const cast: Cast = await newCast(world);
    const ids = await possessionsOf(world, cast, await newScene(world, cast));
    const passWith = async (scope: string) =>
      world.passFor({ authorization: `Bearer ${await apiToken(world, cast.ada, [scope])}` });
    await settle(world);
    attack = {
      ...{ world, ids, bad: await badPasses(world, cast.ada) },
      narrow: {
        read: await passWith('read'),
        write: await passWith('write'),
        calendar: await passWith('calendar'),
      },
      genuine: async (type) => {
        const [event] = await world.database.owner()<
          { id: string }[]
        >`select id from events where type = ${type} limit 1`;
        return event?.id;
      },
    };
  });

  it('is tried: each that is deployed, with all that it takes', () => {
    const folders = readdirSync(new URL('../../', import.meta.url));
    const deployed = folders.filter((name) =>
      existsSync(new URL(`../../${name}/handle.ts`, import.meta.url)),
    );

    expect(functions.map(({ name }) => name).sort()).toEqual(deployed.sort());
    for (const { definitions } of functions) expect(definitions.length).toBeGreaterThan(0);
  });

  it.each(functions)('does nothing for whoever may not: $name', async (one) => {
    expect(await complaintsAboutFunction(one, attack)).toEqual([]);
  });
});
