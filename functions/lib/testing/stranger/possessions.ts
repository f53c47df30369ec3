import type { Ids } from './messages.ts';
import { type Cast, done } from './people.ts';
import { hiddenWords, type Scene } from './scene.ts';
import { makers } from './things.ts';
import type { World } from './world.ts';

/** One of each that an event can be about, all of it Ada's, by the fields that name them in events. */
export async function possessionsOf(world: World, { ada }: Cast, scene: Scene): Promise<Ids> {
  const about = { projectId: scene.hidden, words: hiddenWords };
  const make = async (noun: string) => makers[noun]!(world, ada, about);
  const taskId = await make('tasks');
  await done(world, ada, 'PATCH', `/tasks/${taskId}`, { recurrence: { rrules: ['FREQ=DAILY'] } });
  const task = await done(world, ada, 'GET', `/tasks/${taskId}`);
  const { seriesId } = (task as unknown as { recurrence: { seriesId: string } }).recurrence;
  const webhookId = await make('webhooks');
  const delivery = await done(world, ada, 'POST', `/webhooks/${webhookId}/test`);
  const [reminder] = await world.database.owner()<{ id: string }[]>`
    select id from reminders where task_id = ${taskId} limit 1
  `;
  return {
    ...{ taskId, seriesId, webhookId, projectId: scene.hidden, userId: ada.userId, actor: ada.userId },
    ...{ deliveryId: delivery.id, reminderId: reminder!.id, notificationId: await make('notifications') },
    filterId: await make('filters'),
  };
}
