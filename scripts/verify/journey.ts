import { successorId } from '@zerodo/domain/ids';
import type { Check } from './check.ts';
import { Later, poll, Unexpected } from './http.ts';
import { Live } from './live.ts';
import { type Person, reminderTitle } from './person.ts';

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** What one task makes known on its way. */
const events = (noun: string, past: string) => `dev.zerodo.${noun}.${past}.v1`;

/** Waits for an answer of which `fact` is true. */
const waitFor = <T>(signal: AbortSignal, ask: () => Promise<T>, fact: (answer: T) => unknown, not: string) =>
  poll(async () => {
    const answer = await ask();
    if (!fact(answer)) throw new Later(not);
    return answer;
  }, signal);

/** What is not there is waited for; every other refusal ends the waiting. */
const laterAt = (status: number) => (error: unknown) => {
  throw error instanceof Unexpected && error.status === status ? new Later(error.message) : error;
};

/** A day in the life of a task, each step through the functions that a person's would take. */
export function journey(url: string, person: Person): { checks: Check[]; close: () => void } {
  const live = new Live();
  const task = { plain: '', recurring: '', next: '', reminded: '' };
  const { call } = person;
  const create = (signal: AbortSignal, fields: object) =>
    call(signal, 'POST', '/tasks', { ...fields, ...person.place() });
  const heard = (signal: AbortSignal, type: string, id: () => string) =>
    poll(async () => live.said(type, id()), signal);

  const checks: Check[] = [
    {
      name: 'come in',
      waitsFor: 'an account, or a token that opens',
      within: 90,
      lookAt:
        'the web (Deployment web, Secrets zerodo-auth and zerodo-database), then api-gateway and project-update',
      run: (signal) => person.come(signal),
    },
    {
      name: 'listen',
      waitsFor: 'an open stream at /api/v1/live',
      within: 90,
      lookAt: 'Service live-stream; whatever is in front must not buffer the stream or cut it off',
      needs: ['come in'],
      run: (signal) => live.open(url, person.headers(), signal),
    },
    {
      name: 'create',
      waitsFor: 'a new task',
      within: 90,
      lookAt: 'Services api-gateway and task-create; then Postgres',
      needs: ['come in'],
      async run(signal) {
        const made = await create(signal, { title: 'Verification: a task' });
        task.plain = made.id;
        return `task ${made.id}`;
      },
    },
    {
      name: 'list',
      waitsFor: 'the task among the open ones',
      within: 90,
      lookAt: 'Service task-query',
      needs: ['create'],
      async run(signal) {
        const { projectId } = person.place();
        const here = new URLSearchParams({ status: 'open', ...(projectId && { project: projectId }) });
        const { items } = await call(signal, 'GET', `/tasks?${here}`);
        if (!items.some(({ id }: { id: string }) => id === task.plain))
          throw new Error('the list of open tasks is without it');
        return `${items.length} open`;
      },
    },
    {
      name: 'tell',
      waitsFor: 'the creation on the live stream',
      within: 120,
      lookAt: 'Service outbox-relay and PingSource outbox-relay, the topic task-updates, Service live-stream',
      needs: ['listen', 'create'],
      run: (signal) => heard(signal, events('task', 'created'), () => task.plain),
    },
    {
      name: 'complete',
      waitsFor: 'the task done',
      within: 90,
      lookAt: 'Service task-complete',
      needs: ['create'],
      async run(signal) {
        const { status } = await call(signal, 'POST', `/tasks/${task.plain}/complete`);
        if (status !== 'completed') throw new Error(`the task is ${status}`);
        return 'completed';
      },
    },
    {
      name: 'undo',
      waitsFor: 'the task open again',
      within: 90,
      lookAt: 'Service task-undo',
      needs: ['complete'],
      async run(signal) {
        const { status } = await call(signal, 'POST', `/tasks/${task.plain}/undo`);
        if (status !== 'open') throw new Error(`the task is ${status}`);
        return 'open again';
      },
    },
    {
      name: 'read back',
      waitsFor: 'the events of the task in its history',
      within: 90,
      lookAt: 'Service task-query; docs/explanation/how-an-operation-flows.md',
      needs: ['undo'],
      async run(signal) {
        const { items } = await call(signal, 'GET', `/tasks/${task.plain}/history`);
        const types: string[] = items.map(({ type }: { type: string }) => type);
        const missing = ['created', 'completed']
          .map((past) => events('task', past))
          .filter((one) => !types.includes(one));
        if (missing.length > 0) throw new Error(`the history is without ${missing.join(', ')}`);
        return `${types.length} events`;
      },
    },
    {
      name: 'recur',
      waitsFor: 'the next occurrence of a daily task, a day later',
      within: 150,
      lookAt:
        'Trigger recurrence-spawn on the Broker task-events, Service recurrence-spawn, PingSource recurrence-spawn; npm run replay -- --list',
      needs: ['come in'],
      async run(signal) {
        const due = { date: inDays(1), time: '09:00', timezone: 'UTC' };
        const recurrence = { rrules: ['FREQ=DAILY'] };
        const made = await create(signal, {
          title: 'Verification: every day',
          due,
          recurrence,
          reminders: [],
        });
        task.recurring = made.id;
        await call(signal, 'POST', `/tasks/${made.id}/complete`);
        task.next = successorId(made.id);
        const next = await poll(() => call(signal, 'GET', `/tasks/${task.next}`).catch(laterAt(404)), signal);
        const expected = new Date(Date.parse(due.date) + 86_400_000).toISOString().slice(0, 10);
        if (next.due?.date !== expected || next.due.time !== due.time)
          throw new Error(
            `the next one is due ${next.due?.date} ${next.due?.time}, not ${expected} ${due.time}`,
          );
        return `the next one is due ${expected} ${due.time}`;
      },
    },
    {
      name: 'remind',
      waitsFor: 'a notification of a reminder that falls due in five seconds',
      within: 150,
      lookAt:
        'PingSource reminder-due, Service reminder-due, the topic reminders, KafkaSource and Service notification-send; npm run replay -- --list',
      needs: ['come in'],
      async run(signal) {
        const local = new Date(Date.now() + 5_000).toISOString().slice(0, 19);
        const reminders = [{ type: 'at', local, timezone: 'UTC', channels: ['in-app'] }];
        const made = await create(signal, { title: reminderTitle, reminders });
        task.reminded = made.id;
        const fireAt = made.reminders[0]?.fireAt;
        if (Date.parse(fireAt) - Date.now() > 60_000)
          throw new Error(`the quiet hours of this person put it off until ${fireAt}: use another account`);
        const { sentAt } = await waitFor(
          signal,
          async () =>
            (await call(signal, 'GET', '/notifications')).items.find(
              ({ taskId }: { taskId: string }) => taskId === made.id,
            ) ?? {},
          (notification) => notification.sentAt,
          'the notifications are without it',
        );
        return `notified ${((Date.parse(sentAt) - Date.parse(fireAt)) / 1000).toFixed(1)} s after its time`;
      },
    },
    {
      name: 'tell the reminder',
      waitsFor: 'the notification on the live stream',
      within: 120,
      lookAt: 'Service outbox-relay, the topic task-updates, Service live-stream',
      needs: ['listen', 'remind'],
      run: (signal) => heard(signal, events('notification', 'sent'), () => task.reminded),
    },
    {
      name: 'delete',
      waitsFor: 'the task gone',
      within: 90,
      lookAt: 'Service task-delete',
      needs: ['create'],
      async run(signal) {
        await call(signal, 'DELETE', `/tasks/${task.plain}`);
        const still = await call(signal, 'GET', `/tasks/${task.plain}`).catch((error) => {
          if (error instanceof Unexpected && error.status === 404) return undefined;
          throw error;
        });
        if (still) throw new Error('it can still be read');
        return 'gone';
      },
    },
  ];
  return { checks, close: () => live.close() };
}

/** What ends every journey, however far it came. */
export const leaving = (person: Person): Check => ({
  name: 'leave nothing behind',
  waitsFor: 'everything deleted that was made for this',
  within: 90,
  lookAt:
    'Services settings-update and project-update, and the web; delete by hand the account or the project that “come in” names',
  run: (signal) => person.leave(signal),
});
