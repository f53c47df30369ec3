import { randomUUID } from 'node:crypto';
import { type OutgoingEvent, taskEvent } from '@zerodo/domain/outgoing';
import * as commands from '@zerodo/domain/project-commands';
import { record } from '@zerodo/store/events';
import { numberWaiting } from '@zerodo/store/log-positions';
import { aTask } from '@zerodo/testing/builders';
import { testDatabase } from '@zerodo/testing/database';
import { testFunction } from '@zerodo/testing/functions';
import { until } from '@zerodo/testing/until';
import { afterEach, describe, expect, it } from 'vitest';
import { testSharing } from '../project-update/test-sharing.ts';
import liveStream from './handle.ts';
import { openPage, type TestPage } from './test-page.ts';
import { testWeb } from './test-web.ts';

const web = testWeb();
const database = testDatabase();
const live = testFunction(liveStream, database, {
  env: {
    get ZERODO_WEB_URL() {
      return web.url();
    },
  },
});
const { somebody, does, makes, joins } = testSharing(database);
const pages: TestPage[] = [];
afterEach(() => {
  for (const page of pages.splice(0)) page.leave();
});

const open = async (userId: string) => {
  const page = await openPage(`${live.url()}/live`, { cookie: `session=${userId}` });
  pages.push(page);
  await until(() => page.text().includes('\n\n'));
  return page;
};
const number = () => database.worker().begin((tx) => numberWaiting(tx as never, 100));
const publish = async (...events: OutgoingEvent[]) => {
  await database.worker().begin(async (tx) => {
    for (const event of events) {
      await record(tx as never, event, { function: 'test', causeId: randomUUID(), traceparent: null });
    }
  });
  await number();
};
const changed = (projectId: string, actor: string = randomUUID()) =>
  taskEvent('dev.zerodo.task.updated.v1', aTask({ projectId, version: 7 }), ['title'], {
    actor,
    now: new Date(),
    eventId: randomUUID(),
  });
const heard = (page: TestPage) => page.told.map(({ data }) => data?.type);
const idsOf = ({ told }: TestPage) => told.map(({ id }) => id);

describe('a stream that is open while people come and go', () => {
  it('tells somebody who is let in, from then on', async () => {
    const [ada, bob] = [somebody('Ada'), somebody('Bob')];
    const project = await makes(ada);
    await number();
    const page = await open(bob.id);
    await publish(changed(project.id));

    await joins(bob, project, ada, 'viewer');
    await number();

    await until(() => page.told.length === 1);
    expect(page.told[0]?.data).toEqual({
      type: 'dev.zerodo.project.updated.v1',
      projectId: project.id,
      version: 1,
    });
    const next = changed(project.id);
    await publish(next);
    await until(() => idsOf(page).includes(next.id));
  });

  it('tells somebody of each project who is let into two at once', async () => {
    const [ada, bob] = [somebody('Ada'), somebody('Bob')];
    const [one, another] = [await makes(ada), await makes(ada)];
    await number();
    const page = await open(bob.id);

    await joins(bob, one, ada, 'viewer');
    await joins(bob, another, ada, 'viewer');
    await number();

    await until(() => page.told.length === 2);
    expect(new Set(page.told.map(({ data }) => data?.projectId))).toEqual(new Set([one.id, another.id]));
  });

  it('tells again what took somebody for gone who has come back since, as he may have missed something meanwhile', async () => {
    const [ada, bob] = [somebody('Ada'), somebody('Bob')];
    const project = await makes(ada);
    await joins(bob, project, ada, 'viewer');
    await number();
    const page = await open(bob.id);

    await does(ada, commands.removeMember, { projectId: project.id, userId: bob.id });
    await joins(bob, project, ada, 'viewer');
    const sql = database.owner();
    const [removal] =
      await sql`select id from events where subject = ${project.id} and log_position is null order by sequence`;
    await number();

    await until(() => idsOf(page).filter((id) => id === removal!.id).length === 2);
    const next = changed(project.id);
    await publish(next);
    await until(() => idsOf(page).includes(next.id));
  });

  it('says to who is removed that it is so, and then nothing more', async () => {
    const [ada, bob] = [somebody('Ada'), somebody('Bob')];
    const project = await makes(ada);
    await joins(bob, project, ada, 'editor');
    await number();
    const [hers, his] = [await open(ada.id), await open(bob.id)];

    await does(ada, commands.removeMember, { projectId: project.id, userId: bob.id });
    // Numbered together: what comes right after the removal is not for him either.
    const next = changed(project.id);
    await publish(next);

    await until(() => idsOf(hers).includes(next.id));
    const own = changed((await makes(bob)).id, bob.id);
    await publish(own);
    await until(() => idsOf(his).includes(own.id));
    expect(heard(his)).toContain('dev.zerodo.project.updated.v1');
    expect(idsOf(his)).not.toContain(next.id);
  });

  it('goes quiet about a deleted project, and speaks of it again when it is restored', async () => {
    const [ada, bob] = [somebody('Ada'), somebody('Bob')];
    const project = await makes(ada);
    await joins(bob, project, ada, 'viewer');
    await number();
    const page = await open(bob.id);

    await does(ada, commands.deleteProject, { projectId: project.id });
    await publish(changed(project.id));
    await until(() => heard(page).includes('dev.zerodo.project.deleted.v1'));
    await does(ada, commands.restoreProject, { projectId: project.id });
    const next = changed(project.id);
    await number();
    await until(() => heard(page).includes('dev.zerodo.project.restored.v1'));
    await publish(next);

    await until(() => idsOf(page).includes(next.id));
    // What was before the stream may still come to it: it is followed from a little earlier.
    expect(heard(page).slice(-3)).toEqual([
      'dev.zerodo.project.deleted.v1',
      'dev.zerodo.project.restored.v1',
      'dev.zerodo.task.updated.v1',
    ]);
  });
});
