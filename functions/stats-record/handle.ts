/**
 * Keeps what every task adds to the statistics, and makes up once a day for what it has not heard of.
 *
 * in   every type that begins with dev.zerodo.task.; a tick
 * out  nothing
 */
import { typesOf } from '@zerodo/domain/events';
import type { Task } from '@zerodo/domain/task';
import { defineRecorder } from '@zerodo/runtime/recorder';
import { defineTick } from '@zerodo/runtime/tick';
import { computeFacts, staleFacts } from '@zerodo/store/task-facts';

const batch = 500;
const before = '00000000-0000-0000-0000-000000000000';

const record = defineRecorder({
  name: 'stats-record',
  accepts: typesOf(['task-events']).filter((type) => type.startsWith('dev.zerodo.task.')),
  async keep(events, tx) {
    const ids = new Set(events.flatMap(({ data }) => taskOf(data) ?? []));
    if (ids.size > 0) await computeFacts(tx, [...ids]);
  },
});

const taskOf = (data: object): string | undefined =>
  'task' in data ? (data.task as Task).id : 'taskId' in data ? (data.taskId as string) : undefined;

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
