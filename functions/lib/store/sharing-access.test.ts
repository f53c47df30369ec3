import { randomUUID } from 'node:crypto';
import { aTask, given } from '@zerodo/testing/builders';
import { testDatabase } from '@zerodo/testing/database';
import { beforeEach, describe, expect, it } from 'vitest';
import { transaction } from './transaction.ts';

const forbidden = /row-level security|permission denied/;

describe('row-level security of sharing', () => {
  const database = testDatabase();
  const as = <T>(user: string, work: Parameters<typeof transaction<T>>[2]) =>
    transaction(database.app(), { user }, work);
  let projectId: string;
  let owner: string;
  let editor: string;
  const stranger = randomUUID();

  beforeEach(async () => {
    const [task, user] = await given(database.owner(), aTask());
    [projectId, owner, editor] = [task.projectId, user, randomUUID()];
    await database.owner()`insert into project_members values (${projectId}, ${editor}, 'editor')`;
    await database.owner()`
      insert into preferences (user_id, email, email_verified)
      values (${stranger}, 'Stranger@example.test', true), (${owner}, 'ada@example.test', true)
      on conflict do nothing
    `;
  });

  const invite = async (email: string) => {
    const id = randomUUID();
    await database.owner()`
      insert into invitations (id, project_id, email, role, invited_by, code_digest, expires_at)
      values (${id}, ${projectId}, ${email}, 'viewer', ${owner}, '\\x00', now() + interval '1 day')
    `;
    return id;
  };

  it('lets nobody join, rise or put somebody else in by himself', async () => {
    for (const [user, member, role] of [
      [stranger, stranger, 'viewer'],
      [editor, stranger, 'viewer'],
      [owner, stranger, 'viewer'],
    ] as const) {
      await expect(
        as(user, (tx) => tx`insert into project_members values (${projectId}, ${member}, ${role})`),
      ).rejects.toThrow(forbidden);
    }
    const rise = await as(
      editor,
      (tx) => tx`update project_members set role = 'owner' where user_id = ${editor}`,
    );
    expect(rise.count).toBe(0);
    await expect(as(owner, (tx) => tx`delete from project_members`)).rejects.toThrow(forbidden);
    await expect(
      as(owner, (tx) => tx`update project_members set user_id = ${stranger} where user_id = ${editor}`),
    ).rejects.toThrow(forbidden);
  });

  it('lets who has left a project that was once his own not take it back', async () => {
    await database.owner()`update project_members set role = 'owner' where user_id = ${editor}`;
    await as(owner, (tx) => tx`select end_membership(${projectId}, ${owner})`);

    expect(await as(owner, (tx) => tx`select from projects where id = ${projectId}`)).toHaveLength(0);
    await expect(
      as(owner, (tx) => tx`insert into project_members values (${projectId}, ${owner}, 'owner')`),
    ).rejects.toThrow(forbidden);
  });

  it('ends and closes only what its caller may', async () => {
    const outcome = async (user: string, member: string) =>
      (await as(user, (tx) => tx`select end_membership(${projectId}, ${member}) as outcome`))[0]?.outcome;
    const closed = async (user: string) =>
      (await as(user, (tx) => tx`select close_project(${projectId}, now()) as closed`))[0]?.closed;

    expect(await outcome(stranger, editor)).toBe('not-found');
    expect(await outcome(editor, owner)).toBe('not-found');
    expect(await outcome(owner, owner)).toBe('last-owner');
    expect(await closed(stranger)).toBe(false);
    expect(await closed(editor)).toBe(false);
    expect(await closed(owner)).toBe(true);
    expect((await as(editor, (tx) => tx`select reopen_project(${projectId}, now()) as open`))[0]?.open).toBe(
      false,
    );
    expect(await as(owner, (tx) => tx`select from tasks where project_id = ${projectId}`)).toHaveLength(0);
    await expect(as(owner, (tx) => tx`update projects set deleted_at = null`)).rejects.toThrow(forbidden);
    await expect(
      as(owner, (tx) => tx`insert into project_members values (${projectId}, ${owner}, 'owner')`),
    ).rejects.toThrow(forbidden);
  });

  it('shows an invitation to owners and to the confirmed address, and to nobody else', async () => {
    const mine = await invite('stranger@example.test');
    const theirs = await invite('somebody@example.test');
    const listed = async (user: string) =>
      (await as(user, (tx) => tx<{ id: string }[]>`select id from invitations`)).map(({ id }) => id).sort();
    const received = async (user: string) =>
      (await as(user, (tx) => tx<{ id: string }[]>`select id from my_invitations()`)).map(({ id }) => id);
    const accept = async (user: string, id: string) =>
      (await as(user, (tx) => tx`select accept_invitation(${id}, null) as project`))[0]?.project;

    expect(await listed(owner)).toEqual([mine, theirs].sort());
    expect(await listed(editor)).toEqual([]);
    expect(await listed(stranger)).toEqual([]);
    expect(await received(stranger)).toEqual([mine]);
    expect(await received(editor)).toEqual([]);
    expect(await accept(stranger, theirs)).toBeNull();
    expect(await accept(editor, mine)).toBeNull();
    await expect(
      as(
        editor,
        (tx) => tx`
          insert into invitations (id, project_id, email, role, invited_by, code_digest, expires_at)
          values (${randomUUID()}, ${projectId}, 'x@example.test', 'owner', ${editor}, '\\x00', now())`,
      ),
    ).rejects.toThrow(forbidden);
    expect(await accept(stranger, mine)).toBe(projectId);
  });

  it('tells the members of a project to its members only', async () => {
    const told = async (user: string) =>
      (await as(user, (tx) => tx<{ email: string | null }[]>`select * from members_of(${projectId})`)).map(
        ({ email }) => email,
      );

    expect(await told(stranger)).toEqual([]);
    expect((await told(owner)).filter(Boolean)).toEqual(['ada@example.test']);
    expect((await told(editor)).filter(Boolean)).toEqual([]);
  });

  it('keeps labels, statistics and zones to their person', async () => {
    await database.owner()`insert into labels (user_id, name) values (${owner}, 'home') on conflict do nothing`;
    await database.owner()`
      insert into task_stats (task_id, project_id, version, created_by, created_on)
      values (${randomUUID()}, ${projectId}, 1, ${owner}, '2026-11-21')
    `;

    for (const table of ['labels', 'task_stats', 'timezones']) {
      const rows = (user: string) => as(user, (tx) => tx.unsafe(`select * from ${table}`));
      expect((await rows(owner)).length).toBeGreaterThan(0);
      expect(await rows(editor)).toHaveLength(0);
    }
    await expect(as(owner, (tx) => tx`update task_stats set completed_on = now()`)).rejects.toThrow(
      forbidden,
    );
  });
});
