import { createWebhook, rotateWebhook } from '@zerodo/domain/webhook-commands';
import { sealWith } from '@zerodo/runtime/sealing';
import { testDatabase } from '@zerodo/testing/database';
import { testFunction } from '@zerodo/testing/functions';
import { testPeople } from '@zerodo/testing/people';
import { describe, expect, it } from 'vitest';
import settingsUpdate from '../settings-update/handle.ts';
import webhookDeliver from './handle.ts';

const [old, key] = [
  'an old key of more than thirty-two characters',
  'a new key of more than thirty-two characters',
];
const allowed = { ZERODO_OUTBOUND_ALLOW: '127.0.0.1' };

describe('a changed ZERODO_SECRET_KEY', () => {
  const database = testDatabase();
  const people = testPeople(database);
  const settings = testFunction(settingsUpdate, database, { env: { ...allowed, ZERODO_SECRET_KEY: old } });
  const changed = { ...allowed, ZERODO_SECRET_KEY: key, ZERODO_SECRET_KEY_BEFORE: old };
  const served = testFunction(webhookDeliver, database, { env: changed });

  const stored = async (id: string) => {
    const [row] = await database.owner()`select secret, previous_secret from webhooks where id = ${id}`;
    return row as { secret: Buffer; previousSecret: Buffer | null };
  };

  it('opens what the key before has sealed, and seals it anew at the next tick', async () => {
    const user = people.person();
    const made = await settings.command(createWebhook.type, { url: 'http://127.0.0.1:4009/hook' }, user);
    const { id, secret } = made.json;
    const rotated = (await settings.command(rotateWebhook.type, { webhookId: id }, user)).json;

    expect((await served.tick()).status).toBe(204);

    const now = sealWith(key);
    const { secret: sealed, previousSecret } = await stored(id);
    expect(now.open(sealed, `webhook ${id}`)).toBe(rotated.secret);
    expect(now.open(previousSecret!, `webhook ${id}`)).toBe(secret);

    await served.tick();
    expect((await stored(id)).secret.equals(sealed)).toBe(true);
  });

  it('leaves alone what no key opens', async () => {
    const user = people.person();
    const { id } = (await settings.command(createWebhook.type, { url: 'http://127.0.0.1:4009/hook' }, user))
      .json;
    const lost = sealWith('a key that nobody has any more, but long enough').seal(
      'whsec_lost',
      `webhook ${id}`,
    );
    await database.owner()`update webhooks set secret = ${lost} where id = ${id}`;

    expect((await served.tick()).status).toBe(204);
    expect((await stored(id)).secret.equals(lost)).toBe(true);
  });
});
