import type { Sql } from '@zerodo/store/sql';
import { signUp } from '@zerodo/testing/zerodo';
import { randomFrom } from '../random.ts';
import type { World } from '../world/world.ts';
import type { Account } from './account.ts';
import { Actor, type Person, type SharedProject } from './actor.ts';
import { insist } from './client.ts';

/** Two people share what they share; each has as many devices. */
const [pairs, devices] = [4, 2];

export type Invited = {
  seed: string;
  /** Whether every other pair gets mail and has webhooks called; true unless said otherwise. */
  outside?: boolean;
};

/** People with confirmed addresses, at several devices each. */
export async function invitePeople(
  world: World,
  owner: Sql,
  account: Account,
  { seed, outside = true }: Invited,
): Promise<Actor[]> {
  const actors: Actor[] = [];
  for (let pair = 0; pair < pairs; pair++) {
    const shared: SharedProject[] = [];
    const both = await Promise.all(
      [0, 1].map((one) => join(world, owner, `${seed}-${pair}-${one}@example.test`)),
    );
    for (const [one, person] of both.entries()) {
      if (outside && pair % 2 === 0) await listens(world, person);
      else await set(world, person, 'PATCH', '/preferences', { channels: ['in-app'] });
      const partner = both[1 - one]!;
      for (let device = 0; device < devices; device++) {
        const name = `${seed}-${pair}-${one}-${device}`;
        const random = randomFrom(name);
        actors.push(
          new Actor({ name, person, partner, shared, url: world.url, account, random, clock: world.clock }),
        );
      }
    }
  }
  return actors;
}

async function join({ url }: World, owner: Sql, email: string): Promise<Person> {
  const { cookie } = await signUp(url, { email });
  const [row] = await owner<{ id: string }[]>`
    update auth."user" set "emailVerified" = true where email = ${email} returning id
  `;
  return { userId: row!.id, email, cookie };
}

const listens = (world: World, person: Person) =>
  set(world, person, 'POST', '/webhooks', { url: world.receiver.urlFor(person.userId) });

async function set(
  { url }: World,
  { cookie }: Person,
  method: string,
  path: string,
  body: object,
): Promise<void> {
  const { status } = await insist(url, { method, path, body, headers: { cookie, origin: url } });
  if (status >= 300) throw new Error(`${method} ${path} was answered with ${status}`);
}
