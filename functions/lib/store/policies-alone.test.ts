import { everyFunction } from '@zerodo/testing/stranger/every-function';
import { everyOperation, type Operation } from '@zerodo/testing/stranger/operations';
import { ask, type Cast, newCast } from '@zerodo/testing/stranger/people';
import { hiddenWords, newScene, type Scene, sharedWords, targetOf } from '@zerodo/testing/stranger/scene';
import { besides } from '@zerodo/testing/stranger/snapshot';
import { changes, leaksIn } from '@zerodo/testing/stranger/strangers';
import { type Removed, withoutConditions } from '@zerodo/testing/stranger/without-conditions';
import { testWorld } from '@zerodo/testing/stranger/world';
import { beforeAll, describe, expect, it } from 'vitest';

const functions = await everyFunction();
// Operators' questions are asked as a worker, whom other policies bind.
const operations = everyOperation().filter(({ open, scope }) => !open && scope !== 'operate');
/** Those about something of Ada's. */
const onThings = operations.filter(({ params }) => params.length > 0);

/** Zerodo whose statements look at nobody, on the role that row-level security binds or on the one that owns everything. */
async function careless(bound: boolean) {
  const removed: Removed = { conditions: new Set(), memberships: new Set() };
  let owned: string[] | null = null;
  const world = await testWorld({
    functions,
    around: (services, database) => {
      const { app } = services;
      services.app = () =>
        owned ? withoutConditions(bound ? app() : database.owner(), () => owned ?? [], removed) : app();
    },
  });
  let cast: Cast;
  let scene: Scene;
  beforeAll(async () => {
    cast = await newCast(world);
    scene = await newScene(world, cast);
  });

  /** What Eve learns and changes of what is Ada's. */
  const tries = async (operation: Operation): Promise<string[]> => {
    const { ada, eve } = cast;
    const fresh = operation.path.startsWith('/projects/{id}');
    const { hidden, shared } = fresh ? await newScene(world, cast) : scene;
    const target = await targetOf(operation, world, cast, { projectId: hidden, words: hiddenWords });
    const look = () => besides(world.database, [eve.userId], { hosts: [ada.userId, hidden, shared] });
    const before = await look();
    owned = [hidden, shared];
    const answer = await ask(world, operation, eve, target);
    owned = null;
    // Which projects there are she was told by us.
    const secrets = [hiddenWords, sharedWords, ada.userId, ...target.ids].filter((id) => id !== hidden);
    const sent = target.path + (target.body ?? '');
    return [...leaksIn(answer, secrets, sent), ...changes(before, await look())];
  };
  return { tries, removed };
}

describe('row-level security alone', async () => {
  const { tries, removed } = await careless(true);

  it.each(operations)('lets a stranger see and change nothing: $id', async (operation) => {
    expect(await tries(operation)).toEqual([]);
  });

  it('is all that there was: no statement looked at who asks', () => {
    expect(removed.conditions.size).toBeGreaterThan(8);
    expect([...removed.memberships].sort()).toEqual([
      'from project_members',
      'from project_members c',
      'from project_members m',
      'join project_members m',
    ]);
  });
});

describe('statements and policies that ask nothing', async () => {
  const { tries } = await careless(false);
  /** Here a function of the database asks again who somebody is, or nothing of Ada's is in the answer. */
  const stoppedOtherwise = [
    'postTasksIdUndo',
    'postProjectsIdRestore',
    'getProjectsIdMembers',
    'patchProjectsIdMembersUserId',
    'deleteProjectsIdMembersUserId',
    'getProjectsIdInvitations',
    'postInvitationsIdAccept',
    'postInvitationsIdDecline',
    'postWebhooksIdTest',
    'getWebhooksIdDeliveries',
  ];

  it.each(onThings.filter(({ id }) => !stoppedOtherwise.includes(id)))(
    'let a stranger at what is not hers: $id',
    async (operation) => {
      expect(await tries(operation)).not.toEqual([]);
    },
  );
});
