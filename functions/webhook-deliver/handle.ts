/**
 * Sends people's events to the addresses that they named, signed as Standard Webhooks has it: first one
 * delivery is planned for each webhook, then each is made and, where it fails, tried again by itself.
 *
 * in   every type of the topic task-events, dev.zerodo.notification.sent.v1, dev.zerodo.webhook.planned.v1, a tick
 * out  dev.zerodo.webhook.planned.v1, dev.zerodo.notification.sent.v1 for a webhook that was switched off
 */
import announceAgain from './announce-again.ts';
import deliver from './deliver.ts';
import fanOut from './fan-out.ts';

export default [fanOut, deliver, announceAgain];
