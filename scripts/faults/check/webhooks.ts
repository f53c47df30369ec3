import { webhookTypes } from '@zerodo/domain/webhook-commands';
import { about, type Check } from './context.ts';

/** Every event of a person with a webhook has arrived there, under one id however often it was sent. */
export const webhooks: Check = async ({ owner, since, world: { receiver } }) => {
  const due = await owner<{ about: string }[]>`
    select w.user_id || ' ' || e.id as about
    from events e
    join webhooks w on w.user_id = e.user_id or (e.shared and e.type like 'dev.zerodo.task.%' and exists (
      select from project_members m where m.project_id = e.project_id and m.user_id = w.user_id))
    where e.sequence > ${since} and e.type = any (${owner.types.textArray([...webhookTypes])})
  `;
  const [{ failed } = { failed: 0 }] = await owner<{ failed: number }[]>`
    select count(*) as failed from webhook_deliveries where state <> 'sent'
  `;
  const several = [...receiver.heard].filter(([, ids]) => ids.size > 1).map(([event]) => event);
  return [
    ...about(
      'lost',
      'an event did not arrive at a webhook',
      due.map((row) => row.about).filter((one) => !receiver.heard.has(one)),
    ),
    ...about('doubled', 'an event arrived at a webhook under two ids', several),
    ...about('wrong', 'webhook deliveries that were given up', failed > 0 ? [String(failed)] : []),
  ];
};
