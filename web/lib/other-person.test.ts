import { testDatabase } from '@zerodo/testing/database';
import { describe, expect, it } from 'vitest';
import { refuseOther } from './other-person.ts';
import { origin, testIdentity } from './testing/identity.ts';

describe('a page that was made for somebody', () => {
  const identity = testIdentity(testDatabase());
  const asked = (headers: Record<string, string>) =>
    refuseOther(identity.auth(), new Request(`${origin}/api/tokens`, { headers }));

  it('does nothing in the name of who has signed in beside it', async () => {
    const ana = await identity.signedUp('ana@zerodo.test');
    const ben = await identity.signedUp('ben@zerodo.test');
    const { cookie } = ben;

    const refused = await asked({ cookie, 'zerodo-person': ana.userId });
    expect(refused?.status).toBe(401);
    expect(await refused?.json()).toMatchObject({ code: 'other-person' });

    expect(await asked({ cookie, 'zerodo-person': ben.userId })).toBeNull();
    // Whoever says nothing is no page of ours, and without a session the address itself refuses.
    expect(await asked({ cookie })).toBeNull();
    expect(await asked({ 'zerodo-person': ana.userId })).toBeNull();
  });
});
