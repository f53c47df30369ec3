import { apiToken, badCredentials } from '@zerodo/testing/stranger/credentials';
import { everyFunction } from '@zerodo/testing/stranger/every-function';
import { binary } from '@zerodo/testing/stranger/messages';
import { type Cast, done, newCast } from '@zerodo/testing/stranger/people';
import { newScene, type Scene } from '@zerodo/testing/stranger/scene';
import { testWorld } from '@zerodo/testing/stranger/world';
import { until } from '@zerodo/testing/until';
import { beforeAll, describe, expect, it } from 'vitest';
import { openPage, type TestPage } from './test-page.ts';

describe('the live stream', async () => {
  const world = await testWorld({ functions: await everyFunction() });
  let cast: Cast;
  let scene: Scene;
  beforeAll(async () => {
    cast = await newCast(world);
    scene = await newScene(world, cast);
  });
  const open = (headers: Record<string, string>, address = '192.0.2.1') =>
    openPage(`${world.urlOf('live-stream')}/live`, { 'x-forwarded-for': address, ...headers });

  it('opens for no credential that is none, and for no token that may not read', async () => {
    const bad = await badCredentials(world, cast.ada, cast.eve);
    const narrow = await Promise.all(
      ['write', 'calendar'].map((scope) => apiToken(world, cast.ada, [scope])),
    );

    for (const [at, { what, headers }] of bad.entries()) {
      const page = await open(headers, `198.51.100.${at}`);
      expect([what, page.response.statusCode]).toEqual([what, 401]);
    }
    for (const token of narrow) {
      expect((await open({ authorization: `Bearer ${token}` })).response.statusCode).toBe(403);
    }
  });

  it('tells each what happens where they belong, and nothing else', async () => {
    const { ada, ben, cem, eve } = cast;
    const pages: TestPage[] = [];
    const relay = () => world.direct('outbox-relay', '/', binary('dev.zerodo.tick.v1'));
    await relay();
    for (const { cookie } of [ada, ben, cem, eve]) {
      const page = await open({ cookie });
      await until(() => page.text().includes('\n\n'));
      pages.push(page);
    }
    const make = (projectId: string) => done(world, ada, 'POST', '/tasks', { title: 'new', projectId });
    const [hidden, shared] = [await make(scene.hidden), await make(scene.shared)];
    await relay();
    await until(() => pages.slice(0, 2).every((page) => page.text().includes(shared.id)));

    const heard = pages.map((page) => [hidden.id, shared.id].map((id) => page.text().includes(id)));
    for (const page of pages) page.leave();
    expect(heard).toEqual([
      [true, true],
      [false, true],
      [false, false],
      [false, false],
    ]);
  });
});
