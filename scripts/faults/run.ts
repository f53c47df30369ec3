import { join } from 'node:path';
import { connect } from '@zerodo/store/sql';
import { readManifests } from '../local/manifests.ts';
import { subscriptionsOf } from '../local/subscription.ts';
import { Complaint } from '../start/complaint.ts';
import { check } from './check/check.ts';
import { about, type Context } from './check/context.ts';
import { untilQuiet } from './check/quiet.ts';
import { conduct } from './conduct.ts';
import { type FaultKind, kinds } from './faults/kinds.ts';
import { Account, type Finding } from './people/account.ts';
import { type Invited, invitePeople } from './people/people.ts';
import { planOf } from './plan.ts';
import { openWorld, type WorldOptions } from './world/world.ts';

export type Run = {
  seed: string;
  operations: number;
  /** Refused by a rule, as is right when two people do the same at once. */
  refused: number;
  /** Requests that were sent again because no answer came. */
  repeated: number;
  faults: Partial<Record<FaultKind, number>>;
  seconds: number;
  findings: Finding[];
};

export type RunSettings = WorldOptions &
  Invited & {
    operations: number;
    faults: number;
    /** Of which faults. */
    among?: readonly FaultKind[];
  };

/** Lets people work while things fail, waits until all is quiet, and compares what is there with what was acknowledged. */
export async function run(settings: RunSettings): Promise<Run> {
  const { seed, operations, faults, say, among = Object.keys(kinds) as FaultKind[] } = settings;
  const plan = planOf(among, faults, seed);
  say(`seed ${seed}: ${operations} operations, ${plan.map(({ kind }) => kind).join(', ') || 'no faults'}`);
  const world = await openWorld(settings);
  const owner = connect(world.postgres.ownerUrl, { max: 8 });
  let wanted: 'logs' | undefined;
  try {
    const account = new Account();
    const actors = await invitePeople(world, owner, account, settings);
    const [{ since } = { since: 0 }] = await owner<
      { since: number }[]
    >`select coalesce(max(sequence), 0) as since from events`;
    const subscriptions = subscriptionsOf(await readManifests(join(world.home, 'manifests')));
    const context: Context = { account, owner, world, subscriptions, since };

    const began = performance.now();
    const stopped = Promise.race([aborted(settings.signal), world.zerodo.fallen]);
    stopped.catch(() => {});
    await Promise.race([
      stopped,
      conduct({
        plan,
        operations,
        actors,
        strike: ({ kind, dice }) => kinds[kind].strike(context, dice),
        say,
      }),
    ]);
    const seconds = (performance.now() - began) / 1000;
    say(
      `${account.acknowledged} operations acknowledged, ${account.refused} refused, in ${seconds.toFixed(0)} s`,
    );
    const left = await Promise.race([stopped, untilQuiet(context, say)]);
    const found = await check(context);
    const findings = [...about('wrong', 'still under way', left), ...found];
    if (findings.length > 0) {
      wanted = 'logs';
      say(`what is not right may be explained by the logs in ${world.home}/logs`);
    }
    return {
      seed,
      operations: account.acknowledged,
      refused: account.refused,
      repeated: account.repeated,
      faults: Object.fromEntries(
        [...Map.groupBy(plan, ({ kind }) => kind)].map(([kind, all]) => [kind, all.length]),
      ),
      seconds,
      findings,
    };
  } catch (error) {
    if (!settings.signal.aborted) {
      wanted = 'logs';
      say(`its logs are in ${world.home}/logs`);
    }
    throw error;
  } finally {
    await owner.end({ timeout: 5 });
    await world.close(wanted);
  }
}

/** Ctrl-C: whatever is under way is left, and everything is taken down. */
const aborted = (signal: AbortSignal): Promise<never> => {
  const stopped = new Promise<never>((_, reject) => {
    const stop = () => reject(new Complaint('Stopped.'));
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
  });
  stopped.catch(() => {});
  return stopped;
};
