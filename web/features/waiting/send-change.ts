import type { QueryClient } from '@tanstack/react-query';
import type { Task } from '@zerodo/domain/task';
import { call, Refused } from '../../lib/api.ts';
import { now } from '../../lib/clock.ts';
import { bodyOf } from '../quick-add/line-body.ts';
import { Conflict } from './conflict.ts';
import { amend } from './under-way.ts';
import { meets, type WaitingChange } from './waiting-change.ts';

/**
 * Sends a change as often as needed: the same key with the same content, so that it is done once. Where
 * somebody else has changed something else of the task it is sent again upon that.
 *
 * @throws Conflict, Refused, TypeError when nothing answered
 */
export async function sendChange(client: QueryClient, change: WaitingChange): Promise<Task> {
  const { id, method, path, key, thenRead } = change;
  if (change.line && !change.body) {
    amend(change, { body: await bodyOf(client, id, change.line, now()) });
  }
  const { body, version } = change;
  if (thenRead) {
    await call(method, path, { key, ...(body && { body }) });
    return call<Task>('GET', `/tasks/${id}`);
  }
  try {
    return await call<Task>(method, path, { key, ...(body && { body }), ...(version && { version }) });
  } catch (error) {
    if (!(error instanceof Refused) || error.status !== 412) throw error;
    const theirs = await call<Task>('GET', `/tasks/${id}`);
    const met = meets(change, theirs);
    if (met === 'done') return theirs;
    // Once more only where it has moved on: the answer to a try before may have been lost.
    if (met === 'conflict' || theirs.version === version) throw new Conflict(error, theirs);
    amend(change, { version: theirs.version });
    return sendChange(client, change);
  }
}
