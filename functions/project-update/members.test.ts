import * as commands from '@zerodo/domain/project-commands';
import { testDatabase } from '@zerodo/testing/database';
import { testPeople } from '@zerodo/testing/people';
import { describe, expect, it } from 'vitest';
import { testSharing } from './test-sharing.ts';

const { inviteMember, acceptInvitation, declineInvitation, withdrawInvitation, updateMember, removeMember } =
  commands;

describe('invitations', () => {
  const database = testDatabase();
  const { somebody, does, asks, makes, joins, eventsOf } = testSharing(database);

  it('reach whoever has confirmed the address, and make a member of who accepts', async () => {
    const [ada, bob] = [somebody('Ada'), somebody('Bob')];
    const project = await makes(ada);
    const email = bob.email.toUpperCase();
    const sent = await does(ada, inviteMember, { projectId: project.id, email, role: 'editor' });
    // Who Bob is becomes known with his first command.
    await makes(bob);

    const received = (await asks(bob, 'list-received-invitations')).json.items;

    expect(received).toEqual([
      {
        id: sent.json.id,
        projectId: project.id,
        projectName: 'Home',
        invitedBy: 'Ada',
        role: 'editor',
        expiresAt: sent.json.expiresAt,
      },
    ]);
    const accepted = await does(bob, acceptInvitation, { invitationId: sent.json.id });
    expect(accepted).toMatchObject({ status: 200, json: { id: project.id, role: 'editor', members: 2 } });
    expect((await asks(bob, 'list-received-invitations')).json.items).toEqual([]);
    expect((await eventsOf(project.id)).at(-1)).toMatchObject({
      what: 'updated',
      shared: true,
      changed: ['members'],
      actor: bob.id,
      members: [
        { userId: ada.id, role: 'owner' },
        { userId: bob.id, role: 'editor' },
      ],
    });
  });

  it('are answered alike whether anybody has the address or not', async () => {
    const [ada, bob] = [somebody('Ada'), somebody('Bob')];
    await makes(bob);
    const { id: projectId } = await makes(ada);
    const shape = async (email: string) => {
      const { status, json } = await does(ada, inviteMember, { projectId, email, role: 'viewer' });
      return [status, Object.keys(json)];
    };

    expect(await shape(bob.email)).toEqual(await shape('nobody@example.test'));
    expect((await asks(ada, 'list-invitations', { projectId })).json.items).toHaveLength(2);
  });

  it('need their code where the address is not confirmed, and the code is used up', async () => {
    const [ada, bob, eve] = [somebody('Ada'), somebody('Bob', false), somebody('Eve')];
    const { id: projectId } = await makes(ada);
    const { json } = await does(ada, inviteMember, { projectId, email: bob.email, role: 'viewer' });
    const accept = (who: typeof bob, code?: string) =>
      does(who, acceptInvitation, { invitationId: json.id, ...(code && { code }) });
    const refused = { status: 404, json: { code: 'invitation-not-found' } };

    expect(await accept(bob)).toMatchObject(refused);
    expect((await asks(bob, 'list-received-invitations')).json.items).toEqual([]);
    expect(await accept(eve)).toMatchObject(refused);
    expect(await accept(eve, 'guessed')).toMatchObject(refused);
    expect(await accept(bob, json.code)).toMatchObject({ status: 200, json: { role: 'viewer' } });
    expect(await accept(eve, json.code)).toMatchObject(refused);
    const stored = await database.owner()`select * from invitations where id = ${json.id}`;
    expect(stored).toEqual([]);
  });

  it('can be declined, withdrawn, renewed, and end after two weeks', async () => {
    const [ada, bob] = [somebody('Ada'), somebody('Bob')];
    const { id: projectId } = await makes(ada);
    const invite = async (role = 'viewer') =>
      (await does(ada, inviteMember, { projectId, email: bob.email, role })).json;
    const first = await invite();
    const renewed = await invite('editor');
    expect(renewed).toMatchObject({ id: first.id, role: 'editor' });
    const accept = (code: string) => does(bob, acceptInvitation, { invitationId: first.id, code });

    expect((await does(bob, declineInvitation, { invitationId: first.id })).status).toBe(200);
    expect((await accept(renewed.code)).status).toBe(404);

    const { id: invitationId } = await invite();
    expect((await does(bob, withdrawInvitation, { projectId, invitationId })).json.code).toBe(
      'project-not-found',
    );
    expect((await does(ada, withdrawInvitation, { projectId, invitationId })).status).toBe(200);
    expect((await does(ada, withdrawInvitation, { projectId, invitationId })).status).toBe(404);

    const old = await invite();
    await database.owner()`update invitations set expires_at = now() where id = ${old.id}`;
    expect((await does(bob, acceptInvitation, { invitationId: old.id, code: old.code })).status).toBe(404);
    expect((await asks(ada, 'list-invitations', { projectId })).json.items).toEqual([]);
  });

  it('change nothing for who belongs to the project already', async () => {
    const ada = somebody('Ada');
    const project = await makes(ada);

    await joins(ada, project, ada, 'viewer');

    expect((await asks(ada, 'read-project', { projectId: project.id })).json).toMatchObject({
      role: 'owner',
      members: 1,
    });
  });

  it('stop where a project is full', async () => {
    const ada = somebody('Ada');
    const { id: projectId } = await makes(ada);
    await database.owner()`
      insert into project_members (project_id, user_id, role)
      select ${projectId}, gen_random_uuid(), 'viewer' from generate_series(1, 99)
    `;

    expect(
      await does(ada, inviteMember, { projectId, email: 'bob@example.test', role: 'viewer' }),
    ).toMatchObject({
      status: 422,
      json: { code: 'too-many-members' },
    });
  });
});

describe('members', () => {
  const database = testDatabase();
  const { served, somebody, does, asks, makes, joins, eventsOf } = testSharing(database);
  const people = testPeople(database);

  it('see each other’s names, and owners the addresses', async () => {
    const [ada, bob] = [somebody('Ada'), somebody('Bob')];
    const project = await makes(ada);
    await joins(bob, project, ada, 'viewer');
    const seenBy = async (who: typeof ada) =>
      (await asks(who, 'list-members', { projectId: project.id })).json.items;

    expect(await seenBy(ada)).toEqual([
      { userId: ada.id, name: 'Ada', email: ada.email, role: 'owner' },
      { userId: bob.id, name: 'Bob', email: bob.email, role: 'viewer' },
    ]);
    expect(await seenBy(bob)).toMatchObject([{ email: null }, { email: bob.email }]);
    expect((await asks(bob, 'list-invitations', { projectId: project.id })).json.code).toBe(
      'project-owner-only',
    );
  });

  it('are given other roles by owners, and one owner stays', async () => {
    const [ada, bob] = [somebody('Ada'), somebody('Bob')];
    const project = await makes(ada);
    await joins(bob, project, ada, 'viewer');
    const change = (by: typeof ada, who: typeof ada, role: string) =>
      does(by, updateMember, { projectId: project.id, userId: who.id, role });

    expect((await change(bob, bob, 'owner')).json.code).toBe('project-owner-only');
    expect(await change(ada, ada, 'editor')).toMatchObject({ status: 409, json: { code: 'last-owner' } });
    expect(await change(ada, somebody(), 'editor')).toMatchObject({
      status: 404,
      json: { code: 'member-not-found' },
    });
    expect(await change(ada, bob, 'owner')).toMatchObject({
      status: 200,
      json: { name: 'Bob', role: 'owner' },
    });
    expect((await change(ada, ada, 'viewer')).json.role).toBe('viewer');
    expect((await change(ada, bob, 'viewer')).json.code).toBe('project-owner-only');
  });

  it('leave by themselves, the last owner never', async () => {
    const [ada, vic] = [somebody('Ada'), somebody('Vic')];
    const project = await makes(ada);
    await joins(vic, project, ada, 'viewer');
    const leave = (who: typeof ada) => does(who, removeMember, { projectId: project.id, userId: who.id });

    expect(await leave(ada)).toMatchObject({ status: 409, json: { code: 'last-owner' } });
    expect(await leave(vic)).toMatchObject({ status: 200, json: { userId: vic.id } });
    expect(await leave(vic)).toMatchObject({ status: 404, json: { code: 'project-not-found' } });
    expect((await eventsOf(project.id)).at(-1)).toMatchObject({
      what: 'updated',
      shared: false,
      changed: ['members'],
      actor: vic.id,
      members: [{ userId: ada.id }],
    });
  });

  it('cannot both be the last to leave', async () => {
    const [ada, bob] = [somebody('Ada'), somebody('Bob')];
    const project = await makes(ada);
    await joins(bob, project, ada, 'owner');

    const left = await Promise.all(
      [ada, bob].map((who) => does(who, removeMember, { projectId: project.id, userId: who.id })),
    );

    expect(left.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('who are removed have nothing left to do or to be reminded of there', async () => {
    const [ada, bob] = [somebody('Ada'), somebody('Bob')];
    const project = await makes(ada);
    await joins(bob, project, ada, 'editor');
    const due = { date: '2199-01-01', time: '10:00' };
    const task = await people.creates(bob.id, {
      title: 'Dig',
      projectId: project.id,
      due,
      assigneeId: bob.id,
      recurrence: { rrules: ['FREQ=DAILY'] },
    });
    const reminders = () => database.owner()`select from reminders where user_id = ${bob.id}`;
    expect(await reminders()).toHaveLength(1);

    await does(ada, removeMember, { projectId: project.id, userId: bob.id });

    expect(await reminders()).toHaveLength(0);
    expect((await asks(bob, 'read-task', { taskId: task.id })).status).toBe(404);
    const [event] = await database.owner()<{ id: string; data: object }[]>`
      select id, data from events where subject = ${project.id} order by sequence desc limit 1
    `;
    const attributes = { id: event!.id, userid: ada.id };
    for (let times = 0; times < 2; times++) {
      expect((await served.event('dev.zerodo.project.updated.v1', event!.data, attributes)).status).toBe(204);
    }
    expect((await asks(ada, 'read-task', { taskId: task.id })).json).toMatchObject({
      assigneeId: null,
      version: 2,
    });
    const [series] =
      await database.owner()`select assignee_id from series where id = ${task.recurrence!.seriesId}`;
    expect(series).toEqual({ assigneeId: null });
  });

  it('of a deleted project keep what they have when a late event comes', async () => {
    const ada = somebody('Ada');
    const project = await makes(ada);
    const task = await people.creates(ada.id, { title: 'Dig', projectId: project.id, assigneeId: ada.id });
    await does(ada, commands.deleteProject, { projectId: project.id });
    const [made] = await database.owner()<{ data: object }[]>`
      select data from events where subject = ${project.id} order by sequence limit 1
    `;

    await served.event(
      'dev.zerodo.project.updated.v1',
      { ...made!.data, changed: ['members'] },
      { userid: ada.id },
    );

    await does(ada, commands.restoreProject, { projectId: project.id });
    expect((await asks(ada, 'read-task', { taskId: task.id })).json.assigneeId).toBe(ada.id);
  });
});
