import { randomUUID } from 'node:crypto';
import * as commands from '@zerodo/domain/project-commands';
import { testDatabase } from '@zerodo/testing/database';
import { testFunction } from '@zerodo/testing/functions';
import { describe, expect, it } from 'vitest';
import { type Somebody, testSharing } from '../project-update/test-sharing.ts';
import notificationSend from './handle.ts';

describe('an invitation', () => {
  const database = testDatabase();
  const sending = testFunction(notificationSend, database);
  const { somebody, does, asks, makes } = testSharing(database);

  /** Somebody who has been here, so that the address is known. */
  async function known(name: string, confirmed = true) {
    const who = somebody(name, confirmed);
    await makes(who);
    return who;
  }
  async function deliver() {
    const events = await database.owner()`
      select id, type, data, user_id from events where type = 'dev.zerodo.project.updated.v1' order by sequence
    `;
    for (const { id, type, data, userId } of events) await sending.event(type, data, { id, userid: userId });
  }
  const inboxOf = async (who: Somebody) => (await asks(who, 'list-notifications')).json;

  it('stands in the inbox of whoever has confirmed its address, once, with who invites and to what', async () => {
    const [ada, bob] = [await known('Ada'), await known('Bob')];
    const project = await makes(ada, { name: 'Garden' });
    const email = bob.email.toUpperCase();

    await does(ada, commands.inviteMember, { projectId: project.id, email, role: 'editor' });
    await deliver();
    await deliver();

    expect(await inboxOf(bob)).toMatchObject({
      unread: 1,
      items: [{ kind: 'invitation', title: 'Garden', taskId: null, actor: { id: ada.id, name: 'Ada' } }],
    });
    expect((await inboxOf(ada)).items).toEqual([]);
  });

  it('tells nobody whose address is not confirmed, and nobody who belongs to the project', async () => {
    const [ada, eve] = [await known('Ada'), await known('Eve', false)];
    const project = await makes(ada, { name: 'Garden' });

    await does(ada, commands.inviteMember, { projectId: project.id, email: eve.email, role: 'editor' });
    await does(ada, commands.inviteMember, { projectId: project.id, email: ada.email, role: 'editor' });
    await deliver();

    expect((await inboxOf(eve)).items).toEqual([]);
    expect((await inboxOf(ada)).items).toEqual([]);
  });

  it('keeps its code nowhere: the same request again is not told it', async () => {
    const ada = await known('Ada');
    const project = await makes(ada, { name: 'Garden' });
    const asked = { projectId: project.id, email: 'y@example.test', role: 'viewer' };
    const id = randomUUID();

    const { json } = await does(ada, commands.inviteMember, asked, id);
    const again = await does(ada, commands.inviteMember, asked, id);

    expect(json.code).toEqual(expect.any(String));
    expect(again).toMatchObject({ status: 201, json: { ...json, code: null } });
    const kept = await database.owner()`select answer from inbox`;
    expect(JSON.stringify(kept)).not.toContain(json.code);
  });

  it('is announced without the address', async () => {
    const ada = await known('Ada');
    const project = await makes(ada, { name: 'Garden' });
    await does(ada, commands.inviteMember, {
      projectId: project.id,
      email: 'x@example.test',
      role: 'viewer',
    });

    const events = await database.owner()`
      select data from events where subject = ${project.id} order by sequence
    `;

    expect(events.at(-1)!.data.changed).toEqual(['invitations']);
    expect(JSON.stringify(events)).not.toContain('x@example.test');
  });
});
