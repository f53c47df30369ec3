import { plannedEvent } from '@zerodo/domain/webhook-events';
import { defineTick } from '@zerodo/runtime/tick';
import { takeForgotten } from '@zerodo/store/webhook-sending';
import { sealAnew } from './seal-anew.ts';

/** An event that says so is believed to be on its way for this long. */
const onItsWayMs = 4 * 60_000;
const step = 200;

/** What is to be tried again after a while is announced when its time has come; the log brings the rest. */
export default defineTick({
  name: 'webhook-deliver',

  async handle(context) {
    const { transaction, now, newId, stopping } = context;
    for (let taken = step; taken === step && !stopping.aborted; ) {
      taken = await transaction(async (tx) => {
        const at = now();
        const forgotten = await takeForgotten(tx, at, new Date(at.getTime() - onItsWayMs), step);
        const events = forgotten.map((one) => plannedEvent(one, { id: newId(), now: at }));
        return { result: forgotten.length, events };
      });
    }
    await sealAnew(context);
  },
});
