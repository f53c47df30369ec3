import { randomUUID } from 'node:crypto';
import { connect, type Sql } from '@zerodo/store/sql';
import { testDatabase } from '@zerodo/testing/database';
import { testPeople } from '@zerodo/testing/people';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { erasePerson, extentOf, findPerson, type Roles } from './erase.ts';

describe('an operator who erases a person', () => {
  const database = testDatabase();
  const people = testPeople(database);
  let web: Sql;
  beforeAll(() => {
    web = connect(database.url('zerodo_web'), { max: 1 });
  });
  afterAll(() => web.end());
  const roles = (): Roles => ({ app: database.app(), worker: database.worker(), web });

  const known = async (email: string): Promise<string> => {
    const id = people.person();
    await database.owner()`
      insert into auth."user" (id, name, email, "emailVerified") values (${id}, 'Ada', ${email}, true)
    `;
    return id;
  };
  const count = async (id: string) =>
    (await database.owner()`select count(*)::int as n from project_members where user_id = ${id}`)[0]!.n;

  it('names the account, by its address or its id, and is told what it holds', async () => {
    const id = await known('ada@example.test');
    await people.creates(id, { title: 'Meet the lawyer' });

    const person = await findPerson('ADA@example.test', roles());
    expect(person).toEqual({ id, email: 'ada@example.test' });
    expect(await findPerson(id, roles())).toEqual(person);
    expect(await extentOf(person, roles())).toEqual({ tasks: 1, projects: 1, shared: 0 });
    await expect(findPerson('nobody@example.test', roles())).rejects.toThrow('Nobody has the address');
  });

  it('erases what is theirs, then the account, and leaves a note without a name', async () => {
    const id = await known('grace@example.test');
    const task = await people.creates(id, { title: 'Very secret' });
    // A sign-in that waits for its code.
    await database.owner()`
      insert into auth.verification (identifier, value, "expiresAt") values ('2fa', ${id}, now() + interval '1 minute')
    `;

    await erasePerson(await findPerson('grace@example.test', roles()), roles());

    expect(await count(id)).toBe(0);
    expect(await database.owner()`select from auth."user" where id = ${id}`).toHaveLength(0);
    expect(await database.owner()`select from auth.verification where value = ${id}`).toHaveLength(0);
    const events = await database.owner()`select data::text as said from events where subject = ${task.id}`;
    expect(JSON.stringify(events)).not.toContain('secret');
    const notes = await database.owner()`select user_id, subject, outcome from operator_actions`;
    expect(notes).toEqual([{ userId: null, subject: id, outcome: 'erased' }]);
  });

  it('does again for an id whose account went before the rest', async () => {
    const id = people.person();
    await people.creates(id, { title: 'Left behind' });

    const person = await findPerson(id, roles());
    expect(person.email).toBeNull();
    await erasePerson(person, roles());
    expect(await count(id)).toBe(0);
  });

  it('hands a shared project on', async () => {
    const [id, friend, project] = [await known('joan@example.test'), people.person(), randomUUID()];
    await people.creates(friend, { title: 'Here already' });
    await database.owner()`insert into projects (id, owner_id, name) values (${project}, ${id}, 'Garden')`;
    await database.owner()`insert into project_members values (${project}, ${id}, 'owner'), (${project}, ${friend}, 'editor')`;

    const person = await findPerson(id, roles());
    expect(await extentOf(person, roles())).toMatchObject({ shared: 1 });
    await erasePerson(person, roles());

    const members =
      await database.owner()`select user_id, role from project_members where project_id = ${project}`;
    expect(members).toEqual([{ userId: friend, role: 'owner' }]);
  });
});
