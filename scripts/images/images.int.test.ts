import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { createTask } from '@zerodo/domain/commands';
import { numberWaiting } from '@zerodo/store/log-positions';
import { connect } from '@zerodo/store/sql';
import { testDatabase } from '@zerodo/testing/database';
import { testIssuer } from '@zerodo/testing/issuer';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { root } from '../tool.ts';
import { runContainer, startContainer } from './testing/container.ts';
import { testEngine, withoutEngine } from './testing/engine.ts';

const tag = `test-${randomUUID().slice(0, 8)}`;
const registry = 'dev.local/zerodo-test';
const images = ['audit-record', 'migrate', 'task-create', 'web'];
const ref = (image: string) => `${registry}/${image}:${tag}`;
const nodeAsFirstProcess = { name: 'node', uid: 65532, pidInside: 1 };

describe.skipIf(withoutEngine())(
  'the images that npm run images builds, with nothing writable but /tmp',
  () => {
    const engine = testEngine();
    const database = testDatabase();
    const issuer = testIssuer();
    let said: string;

    beforeAll(async () => {
      const args = ['--only', images.join(), '--registry', registry, '--tag', tag, '--local-base'];
      const made = await promisify(execFile)(
        process.execPath,
        [`${root}scripts/images/main.ts`, ...args, '--engine', engine.name],
        {
          env: engine.env(),
        },
      );
      said = made.stdout;
      // The web is built first where nobody has built it yet.
    }, 600_000);
    afterAll(() => {
      for (const image of [...images, 'base']) engine.say('image', 'rm', '--force', ref(image));
    });

    const post = async (url: string, headers: Record<string, string>, data: object) =>
      fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'ce-specversion': '1.0', ...headers },
        body: JSON.stringify(data),
      });

    it('are less than 60 MB beyond their base, and say so', () => {
      const sizes = [...said.matchAll(/([\d.]+) MB beyond its base/g)].map(([, size]) => Number(size));

      expect(sizes).toHaveLength(images.length);
      expect(Math.max(...sizes)).toBeLessThan(60);
    });

    it('carry labels and the list of their packages', () => {
      const labels = JSON.parse(
        engine.say('image', 'inspect', '--format', '{{json .Config.Labels}}', ref('task-create')),
      );

      expect(labels).toMatchObject({
        'org.opencontainers.image.title': 'zerodo/task-create',
        'org.opencontainers.image.licenses': 'Apache-2.0',
        'org.opencontainers.image.version': expect.stringMatching(/^\d/),
      });
      const list = `JSON.parse(fs.readFileSync('/app/sbom.cdx.json', 'utf8')).components.map(({ name }) => name).join()`;
      const run = ['run', '--rm', '--network=none', '--entrypoint=node', ref('task-create'), '-p', list];
      expect(engine.say(...run).split(',')).toEqual(expect.arrayContaining(['postgres', 'zod']));
    });

    it('execute a command and record the event of it', async () => {
      const creating = await startContainer(engine, ref('task-create'), {
        ZERODO_APP_DATABASE_URL: database.url('zerodo_app'),
        ZERODO_JWKS_URL: issuer.jwksUrl(),
      });
      const recording = await startContainer(engine, ref('audit-record'), {
        ZERODO_WORKER_DATABASE_URL: database.url('zerodo_worker'),
      });
      expect(await creating.first()).toEqual(nodeAsFirstProcess);

      const created = await post(
        creating.url,
        {
          'ce-id': randomUUID(),
          'ce-source': '/test',
          'ce-type': createTask.type,
          prefer: 'return=representation',
          authorization: `Bearer ${await issuer.token(randomUUID())}`,
        },
        { title: 'Water the plants' },
      );
      expect([created.status, await created.json()]).toMatchObject([201, { title: 'Water the plants' }]);

      // What the relay does before it sends an event.
      await database.worker().begin((tx) => numberWaiting(tx as never, 1));
      const [event] = await database.owner()`select * from events`;
      const answer = await post(
        recording.url,
        {
          'ce-id': event!.id,
          'ce-source': event!.source,
          'ce-type': event!.type,
          'ce-subject': event!.subject,
          'ce-time': event!.time.toISOString(),
        },
        event!.data,
      );
      expect([answer.status, await answer.text()]).toEqual([204, '']);
      expect(await database.owner()`select event_id from task_event_log`).toEqual([{ eventId: event!.id }]);

      expect(creating.logs() + recording.logs()).not.toContain('V8 code cache rejected');
      expect([creating.stop(), recording.stop()]).toEqual([0, 0]);
    }, 120_000);

    it('end with a sentence when they are not told what they need', () => {
      const { code, said } = runContainer(engine, ref('task-create'), { ZERODO_COLOUR: 'red' });

      expect(code).toBe(1);
      expect(said).toContain('ZERODO_COLOUR is no setting of a function');
      expect(said).toContain('ZERODO_APP_DATABASE_URL is missing');
    });

    it('bring a database to the newest schema, once, and say what is wrong', async () => {
      const admin = connect(inject('databaseUrl'), { max: 1 });
      const name = `zerodo_image_${randomUUID().replaceAll('-', '')}`;
      await admin`create database ${admin(name)}`;
      const DATABASE_URL = Object.assign(new URL(inject('databaseUrl')), { pathname: name }).href;

      const first = runContainer(engine, ref('migrate'), { DATABASE_URL });
      const second = runContainer(engine, ref('migrate'), { DATABASE_URL });
      const lost = runContainer(engine, ref('migrate'), {
        DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none',
      });
      await admin`drop database ${admin(name)}`;
      await admin.end();

      expect(first).toEqual({ code: 0, said: expect.stringContaining('✓ 0000-roles.sql') });
      expect(second).toEqual({ code: 0, said: '✓ nothing to do' });
      expect(lost).toEqual({
        code: 1,
        said: expect.stringMatching(/^The database none at .* cannot be reached/),
      });
    }, 120_000);

    it('show pages and let people sign up', async () => {
      const origin = 'http://todo.example.test';
      const web = await startContainer(engine, ref('web'), {
        ZERODO_WEB_DATABASE_URL: database.url('zerodo_web'),
        BETTER_AUTH_SECRET: randomUUID(),
        ZERODO_PUBLIC_URL: origin,
        ZERODO_ORIGINS: origin,
        ZERODO_API_URL: 'http://127.0.0.1:9',
      });
      expect(await web.first()).toMatchObject({ uid: 65532, pidInside: 1 });

      const page = await fetch(`${web.url}/sign-in`);
      expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('</html>')]);
      const person = { name: 'Ada', email: 'ada@example.test', password: randomUUID() };
      const signedUp = await post(`${web.url}/api/auth/sign-up/email`, { origin }, person);
      expect(signedUp.status).toBe(200);
      expect(await database.owner()`select email from auth."user"`).toEqual([{ email: person.email }]);

      expect(web.logs()).not.toMatch(/error|EROFS|EACCES/i);
      expect(web.stop()).toBe(0);
    }, 120_000);
  },
);
