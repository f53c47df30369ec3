import type { Task } from '@zerodo/domain/task';
import { call, mayPass, pause, Refused } from '../../lib/api.ts';
import { newId } from '../../lib/new-id.ts';
import { sampleIds, type samplesFor } from './samples.ts';

const attempts = 6;

/** Asks until an answer comes; undefined for a refusal that stays one. */
async function asking<T>(ask: () => Promise<T>, attempt = 0): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof Refused && !mayPass(error)) return undefined;
    if (attempt >= attempts) throw error;
    await new Promise((resolve) => setTimeout(resolve, pause(attempt, error)));
    return asking(ask, attempt + 1);
  }
}

/**
 * Makes the samples, in their order. One that is there already, or was and is deleted, is refused: so it
 * does not matter how many tabs do this, or how often.
 *
 * @throws TypeError, Refused when nobody answers
 */
export async function makeSamples(samples: ReturnType<typeof samplesFor>): Promise<void> {
  for (const body of samples) await asking(() => call('POST', '/tasks', { body, key: body.id }));
}

/**
 * Deletes the samples, and with the recurring one its series and all that came of it.
 *
 * @throws TypeError, Refused when nobody answers
 */
export async function removeSamples(personId: string): Promise<void> {
  for (const id of sampleIds(personId)) {
    const task = await asking(() => call<Task>('GET', `/tasks/${id}`));
    if (!task) continue;
    const series = task.recurrence?.seriesId;
    const [taskKey, seriesKey] = [newId(), newId()];
    // What is open goes with its series.
    if (!series || task.status === 'completed')
      await asking(() => call('DELETE', `/tasks/${id}`, { key: taskKey }));
    if (series)
      await asking(() => call('DELETE', `/series/${series}?occurrences=delete`, { key: seriesKey }));
  }
}
