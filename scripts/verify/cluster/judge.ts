import type { Resource } from './kubectl.ts';
import { stuckPods } from './pods.ts';
import { counted, notYet, troubles } from './ready.ts';

/** What is wrong, each in a sentence; and what to say when nothing is. */
export type Judged = { wrong: string[]; right: string };

/** All of a kind that values.yaml says there is, by name. */
export const everyOne =
  (kind: string, expected: readonly string[]): ((found: Resource[]) => Judged) =>
  (found) => ({
    wrong: troubles(kind, expected, found),
    right: `${counted(expected.length, kind)}, all ready`,
  });

/** None of them may be unable to start. */
export const judgePods = (found: Resource[]): Judged => ({
  wrong: stuckPods(found),
  right: `${counted(found.length, 'pod')}, none stuck`,
});

/** Knative's own record of who reads what; each has to be ready, whatever its name. */
export const judgeGroups = (found: Resource[]): Judged => ({
  wrong: found.flatMap((one) => {
    const why = notYet(one);
    return why ? [`ConsumerGroup ${one.metadata.name} is not ready: ${why}`] : [];
  }),
  right: `${counted(found.length, 'group')}, all ready`,
});

/** A Job that is done goes by itself after an hour, so one that is not there has nothing to say. */
export function judgeMigration(found: Resource[]): Judged {
  const job = found.find(({ metadata }) => metadata.name === 'migrate');
  if (!job) return { wrong: [], right: 'gone, as it is an hour after it was done' };
  const failed = job.status?.conditions?.find(({ type, status }) => type === 'Failed' && status === 'True');
  const why = failed ? `${failed.reason}: ${failed.message}` : notYet(job, 'Complete');
  return why ? { wrong: [`Job migrate is not done: ${why}`], right: '' } : { wrong: [], right: 'done' };
}

/** Each is ready, and its time is not over. */
export function judgeCertificates(found: Resource[]): Judged {
  const wrong = found.flatMap((one) => {
    const why = notYet(one);
    const until = String(one.status?.notAfter ?? '');
    if (why) return [`Certificate ${one.metadata.name} is not ready: ${why}`];
    return Date.parse(until) < Date.now() ? [`Certificate ${one.metadata.name} ended ${until}`] : [];
  });
  return {
    wrong,
    right: found.length > 0 ? `${counted(found.length, 'certificate')}, valid` : 'none made here',
  };
}
