import type { ChildProcess } from 'node:child_process';
import { connect } from '@zerodo/store/sql';
import { type Account, type RunningZerodo, startZerodo } from '@zerodo/testing/zerodo';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inFront } from './testing/in-front.ts';
import { namesOf, report, verify } from './testing/run.ts';

// They wait for the same five seconds, each as somebody else.
describe.concurrent('npm run verify, of a running Zerodo', () => {
  let zerodo: RunningZerodo;
  let sql: ReturnType<typeof connect>;
  let ada: Account;
  beforeAll(async () => {
    zerodo = await startZerodo();
    sql = connect(await zerodo.ownerUrl(), { max: 1 });
    ada = await zerodo.signUp();
  }, 200_000);
  afterAll(async () => {
    await sql?.end();
    expect(await zerodo?.stop()).toBe(0);
  });

  /** The accounts that are there still, of those that a report names. */
  const left = (out: string) =>
    sql`select email from auth."user" where email in ${sql(out.match(/verify-[\w-]+@example\.test/g)!)}`;

  it('passes, line by line, and is gone afterwards', async () => {
    const { status, out } = await verify([zerodo.url]);

    expect(out).toMatch(/^ {2}✓ come in .*@example\.test$/m);
    expect(out).toMatch(/^ {2}✓ recur .* due \d{4}-\d\d-\d\d 09:00$/m);
    expect(out).toMatch(/^ {2}✓ remind .* after its time$/m);
    expect(out).toContain('All 13 checks passed.');
    expect(status).toBe(0);
    expect(await left(out)).toEqual([]);
  }, 60_000);

  it('names the step that fails and where to look, tries what does not depend on it, and leaves nothing behind', async () => {
    const broken = await inFront(zerodo.url, ({ url }, response) => {
      if (!url?.endsWith('/undo')) return false;
      response.writeHead(500, { 'content-type': 'application/problem+json' });
      response.end('{"code":"internal","detail":"task-undo is broken."}');
      return true;
    });
    const verified = await verify([broken.url, '--json']);
    broken.close();

    const { ok, lines } = report(verified);
    expect(namesOf(lines, 'fail')).toEqual(['undo']);
    expect(namesOf(lines, 'not tried')).toEqual(['read back']);
    expect(lines.find(({ name }) => name === 'undo')).toMatchObject({
      waitsFor: 'the task open again',
      within: 90,
      lookAt: 'Service task-undo',
      found: expect.stringMatching(/^POST .*\/undo answered 500 internal: task-undo is broken\.$/),
    });
    expect([ok, verified.status]).toEqual([false, 1]);
    expect(await left(verified.out)).toEqual([]);
  }, 60_000);

  it.each([
    ['while it signs up', '/sign-up/email', 'listen', true],
    ['while it listens', '/live', 'create', false],
    ['while it creates', '/tasks', 'list', true],
  ])(
    'leaves nothing behind after Ctrl-C %s',
    async (_, path, next, answered) => {
      let child: ChildProcess | undefined;
      const stopped = await inFront(zerodo.url, ({ method, url }) => {
        if (!url?.endsWith(path) || (path === '/tasks' && method !== 'POST')) return false;
        child!.kill('SIGINT');
        return !answered;
      });
      const { status, out } = await verify([stopped.url], { started: (it) => (child = it) });
      stopped.close();

      expect(out).toMatch(new RegExp(`– ${next} .* stopped before it$`, 'm'));
      expect(out).toMatch(/✓ leave nothing behind .* is gone/);
      expect(status).toBe(130);
      expect(await left(out)).toEqual([]);
    },
    60_000,
  );

  it('works for the holder of a token, whose own tasks it leaves alone', async () => {
    const { json: own } = await ada.call('POST', '/tasks', { title: 'Mine' });
    const made = await fetch(`${zerodo.url}/api/tokens`, {
      method: 'POST',
      headers: { cookie: ada.cookie, origin: zerodo.url, 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'Verification', scopes: ['read', 'write'], expiresInDays: 1 }),
    });
    const { token } = (await made.json()) as { token: string };

    const { status, out } = await verify([zerodo.url], { env: { ZERODO_TOKEN: token } });

    expect(out).toContain('All 13 checks passed.');
    expect(status).toBe(0);
    expect(out).not.toContain(token);
    expect((await ada.call('GET', '/tasks')).json.items.map(({ id }: { id: string }) => id)).toEqual([
      own.id,
    ]);
    expect((await ada.call('GET', '/notifications')).json.unread).toBe(0);
    expect((await ada.call('GET', '/projects')).json.items).toHaveLength(1);
  }, 60_000);
});
