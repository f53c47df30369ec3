import { unsubscribeToken } from '@zerodo/runtime/unsubscribe-token';
import { apiToken } from '@zerodo/testing/stranger/credentials';
import { done, newPerson } from '@zerodo/testing/stranger/people';
import { testWorld } from '@zerodo/testing/stranger/world';
import { describe, expect, it } from 'vitest';

describe('secrets in the database', async () => {
  const world = await testWorld();
  const { database } = world;

  /** Every row of every table, as a dump has them. */
  const dump = async (): Promise<string> => {
    const sql = database.owner();
    const tables = await sql<{ name: string }[]>`
      select format('%I.%I', table_schema, table_name) as name from information_schema.tables
      where table_schema in ('public', 'auth') and table_type = 'BASE TABLE'
    `;
    const rows = await Promise.all(
      tables.map(({ name }) => sql.unsafe<{ row: string }[]>(`select t::text as row from ${name} t`)),
    );
    return rows.flatMap((table) => table.map(({ row }) => row)).join('\n');
  };

  it('cannot be read from a dump of it', async () => {
    const person = await newPerson(world, 'ada@example.test');
    const [session = '', proof = ''] = decodeURIComponent(person.cookie.split('=')[1]!).split('.');
    const webhook = await done(world, person, 'POST', '/webhooks', { url: 'https://example.org/hook' });
    const rotated = await done(world, person, 'POST', `/webhooks/${webhook.id}/rotate`);
    const project = await done(world, person, 'POST', '/projects', { name: 'Home' });
    const invitation = await done(world, person, 'POST', `/projects/${project.id}/members`, {
      ...{ email: 'ben@example.test', role: 'viewer' },
    });
    await world.passFor({ cookie: person.cookie });

    const dumped = await dump();

    expect(dumped).toContain(session);
    const secrets = {
      'a password': 'ten chars or more',
      'what proves a session': proof,
      'an API token': await apiToken(world, person, ['read']),
      'a calendar’s token': person.calendarToken,
      'a webhook’s secret': webhook.secret!,
      'the secret after a change': rotated.secret!,
      'the code of an invitation': invitation.code!,
      'the token to end mail': unsubscribeToken(person.userId, world.secretKey).split('.')[1]!,
      'the private half of the key that signs': '"d":',
    };
    for (const [what, secret] of Object.entries(secrets)) {
      const bare = secret.replace(/^(whsec|zerodo)_/, '');
      expect([what, bare.length > 3]).toEqual([what, true]);
      const bytes = Buffer.from(bare, 'base64');
      for (const form of [bare, Buffer.from(bare).toString('hex'), bytes.toString('hex')]) {
        expect([what, form.length < 8 && form !== bare ? false : dumped.includes(form)]).toEqual([
          what,
          false,
        ]);
      }
    }
  });
});
