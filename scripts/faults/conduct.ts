import { type FaultKind, kinds } from './faults/kinds.ts';
import { Gate } from './gate.ts';
import type { Actor } from './people/actor.ts';
import { step } from './people/steps.ts';
import type { PlannedFault } from './plan.ts';

type Conducted = {
  plan: readonly PlannedFault<FaultKind>[];
  operations: number;
  actors: readonly Actor[];
  strike: (fault: PlannedFault<FaultKind>) => Promise<void>;
  say: (line: string) => void;
};

/**
 * Has people work all the while, with one fault after the other: of the operations that a fault has, half are under way when it
 * begins, and half come while it lasts.
 */
export async function conduct({ plan, operations, actors, strike, say }: Conducted): Promise<void> {
  const gate = new Gate();
  const working = Promise.all(actors.map((actor) => work(actor, gate)));
  const each = Math.floor(operations / (plan.length + 1));
  const half = each >> 1;
  const faults = async () => {
    for (const [index, fault] of plan.entries()) {
      gate.open(half);
      await gate.empty();
      const began = performance.now();
      const under = gate.openOver(each - half, kinds[fault.kind].lastsMs);
      await strike(fault);
      await under;
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      say(`${index + 1}/${plan.length} ${fault.kind} (${seconds} s)`);
    }
    gate.open(operations - each * plan.length);
    gate.close();
  };
  await Promise.all([faults(), working]);
}

async function work(actor: Actor, gate: Gate): Promise<void> {
  while (await gate.enter()) await step(actor);
}
