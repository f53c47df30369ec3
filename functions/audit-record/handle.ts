/**
 * Keeps every event about tasks and series in a hash chain, and checks every hour that the chain
 * and the events still agree.
 *
 * in   every type of the topic task-events, from its first record on; a tick
 * out  nothing
 */
import { typesOf } from '@zerodo/domain/events';
import { defineRecorder } from '@zerodo/runtime/recorder';
import { count } from '@zerodo/runtime/telemetry/record';
import { defineTick } from '@zerodo/runtime/tick';
import { chain, recompute, unrecorded } from '@zerodo/store/audit-log';

const types = typesOf(['task-events']);
/** Longer than a delivery goes on trying, dead letters excepted. */
const graceMinutes = 15;
const step = 2_000;

const record = defineRecorder({
  name: 'audit-record',
  accepts: types,
  // What the events table does not hold was never ours, and is left out.
  keep: (events, tx) =>
    chain(
      tx,
      events.map(({ id }) => id),
    ),
});

const verify = defineTick({
  name: 'audit-record',
  async handle({ transaction, log, stopping }) {
    const missing = await transaction(async (tx) => ({
      result: await unrecorded(tx, types, graceMinutes),
      events: [],
    }));
    const altered: string[] = [];
    let checked = 0;
    let after: number | null = 0;
    while (after !== null && !stopping.aborted) {
      const from: number = after;
      const found = await transaction(async (tx) => ({
        result: await recompute(tx, from, step),
        events: [],
      }));
      altered.push(...found.altered);
      checked += found.checked;
      after = found.last;
    }
    // Nothing is also said: whoever watches has to know that somebody looked.
    count('audit.faults', { 'audit.fault': 'missing' }, missing.length);
    count('audit.faults', { 'audit.fault': 'altered' }, altered.length);
    const counts = { checked, missing: missing.length, altered: altered.length };
    if (missing.length + altered.length > 0)
      log.error(
        { ...counts, events: [...missing, ...altered].slice(0, 20) },
        'the audit chain and the events disagree',
      );
    else if (after === null) log.info(counts, 'the audit chain is whole');
    else log.info(counts, 'the check of the audit chain was stopped early');
  },
});

export default [record, verify];
