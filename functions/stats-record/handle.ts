/**
 * Keeps what every task adds to the statistics, and makes up once a day for what it has not heard of.
 *
 * in   every type that begins with dev.zerodo.task.; a tick
 * out  nothing
 */
import { typesOf } from '@zerodo/domain/events';
import { defineReaction } from '@zerodo/runtime/reaction';
import { defineTick } from '@zerodo/runtime/tick';
import { computeFacts, staleFacts } from '@zerodo/store/task-facts';

const batch = 500;
const before = '00000000-0000-0000-0000-000000000000';

const record = defineReaction({
  name: 'stats-record',
  accepts: typesOf(['task-events']).filter((type) => type.startsWith('dev.zerodo.task.')),
  as: 'worker',
  // What a task adds is computed and replaced, never counted up.
  claims: false,
  async handle({ data }, { tx }) {
    const taskId = 'task' in data ? data.task.id : 'taskId' in data ? data.taskId : null;
    if (taskId) await computeFacts(tx, [taskId]);
    return { events: [] };
  },
});

const makeUp = defineTick({
  name: 'stats-record',
  async handle({ transaction, log, stopping }) {
    let computed = 0;
    for (let after: string | undefined = before; after && !stopping.aborted; ) {
      const from: string = after;
      const ids: string[] = await transaction(async (tx) => {
        const stale = await staleFacts(tx, from, batch);
        if (stale.length > 0) await computeFacts(tx, stale);
        return { result: stale, events: [] };
      });
      computed += ids.length;
      after = ids.length === batch ? ids.at(-1) : undefined;
    }
    if (computed > 0) log.info({ computed }, 'the statistics have been made up for');
  },
});

export default [record, makeUp];
