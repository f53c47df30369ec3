import { Complaint } from '../start/complaint.ts';
import { type Counts, worse } from './judge.ts';
import { answersOf, type Objective, promises } from './objectives.ts';
import type { Options } from './options.ts';
import type { Asked } from './prometheus.ts';
import type { World } from './world.ts';

/** Fewer answers than this say nothing about a revision. */
const least = 50;
/** Between two looks: shorter than this, and a collector has nothing new. */
const pause = 30;

/** What was counted in the hour before anything was changed. */
export type Before = { promises: { objective: Objective; counts: Counts }[]; answers: Counts };

/** @param revisions those that answer now */
export async function readBefore(asked: Asked, revisions: string[], at: Date): Promise<Before> {
  const counted = promises.map(async (objective) => ({
    objective,
    counts: await asked.counts(objective, 3600, at),
  }));
  return {
    promises: await Promise.all(counted),
    answers: await asked.counts(answersOf(revisions, false), 3600, at),
  };
}

/** A stage of a canary: who answers, and whether the new ones began with it. */
export type Stage = { old: string[]; new: string[]; young: boolean };

/**
 * Looks for `options.watch` seconds whether the new revisions do as well as the old ones beside them and before them, and whether what
 * is promised is kept as it was. Requests are made meanwhile, by a person who is nobody.
 *
 * @throws Complaint when something became worse, or when twice that time has not shown enough
 */
export async function watch(
  world: World,
  options: Options,
  asked: Asked,
  before: Before,
  stage: Stage,
): Promise<void> {
  const began = world.now();
  const passed = () => (world.now().getTime() - began.getTime()) / 1000;
  for (;;) {
    await world.commands.run('npm', 'run', 'verify', '--', options.url);
    await world.pause(pause);
    const seen = await look(asked, before, stage, passed());
    if (seen.worse.length > 0) throw new Complaint(seen.worse.join('; '));
    if (options.dryRun || (passed() >= options.watch && seen.answers >= least)) {
      world.say(`  ✓ ${Math.round(seen.answers)} answers of new revisions, as good as before`);
      return;
    }
    if (passed() >= 2 * options.watch)
      throw new Complaint(
        `Prometheus has seen ${Math.round(seen.answers)} answers of new revisions in ${Math.round(passed() / 60)} minutes, and ${least} are needed to judge them: does it get Knative's request metrics, with kn_revision_name?`,
      );
  }
}

async function look(
  asked: Asked,
  before: Before,
  stage: Stage,
  seconds: number,
): Promise<{ answers: number; worse: string[] }> {
  const objective = answersOf(stage.new, stage.young);
  const answers = await asked.counts(objective, seconds);
  const beside = await asked.counts(answersOf(stage.old, false), seconds);
  const old = { total: beside.total + before.answers.total, bad: beside.bad + before.answers.bad };
  const found = [worse(objective.name, answers, old, objective.budget)];
  for (const { objective: promise, counts } of before.promises)
    found.push(worse(promise.name, await asked.counts(promise, seconds), counts, promise.budget));
  return { answers: answers.total, worse: found.filter((sentence) => sentence !== undefined) };
}
