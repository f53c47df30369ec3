import { about, type Check } from './context.ts';

/** Every reminder that fell due has come, once on each channel; and what was to come by mail was taken by the mail server. */
export const notifications: Check = async ({ account, owner, world }) => {
  const now = new Date(world.clock.now());
  // Nobody touched these tasks after they were made: nothing calls their reminders off.
  const untouched = [...account.tasks.values()].flatMap(({ task, deleted }) =>
    task.version === 1 && !deleted && task.status === 'open'
      ? task.reminders.flatMap(({ state, fireAt }) =>
          state === 'planned' && new Date(fireAt!) <= now ? [`reminder ${task.id} ${fireAt}`] : [],
        )
      : [],
  );
  const rows = await owner<{ id: string; cause: string; channel: string; state: string; userId: string }[]>`
    select id, cause, channel, state, user_id from notifications
  `;
  const inbox = rows.filter(({ channel }) => channel === 'in-app');
  const come = new Set(
    inbox.filter(({ state }) => state === 'sent' || state === 'late').map(({ cause }) => cause),
  );
  const times = Map.groupBy(rows, ({ cause, channel, userId }) => `${cause} ${channel} ${userId}`);
  const mailed = rows.filter(
    ({ channel, state }) => channel === 'email' && (state === 'sent' || state === 'late'),
  );
  const arrived = (id: string) => [...world.mails.keys()].some((message) => message.startsWith(`<${id}@`));
  const left = await owner<{ id: string }[]>`
    select r.id from reminders r join tasks t on t.id = r.task_id
    where r.state = 'due' or (r.state = 'planned' and r.fire_at <= ${now})
  `;
  return [
    ...about(
      'lost',
      'a reminder did not come',
      untouched.filter((cause) => !come.has(cause)),
    ),
    ...about(
      'lost',
      'a reminder is stuck',
      left.map(({ id }) => id),
    ),
    ...about(
      'doubled',
      'told twice',
      [...times].filter(([, all]) => all.length > 1).map(([cause]) => cause),
    ),
    ...about(
      'lost',
      'a mail never arrived',
      mailed.filter(({ id }) => !arrived(id)).map(({ id }) => id),
    ),
    ...about(
      'wrong',
      'given up',
      rows.filter(({ state }) => state === 'failed').map(({ id }) => id),
    ),
  ];
};
