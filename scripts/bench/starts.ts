import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTask } from '@zerodo/domain/commands';
import type { EventType } from '@zerodo/domain/events';
import type { RunningZerodo } from '@zerodo/testing/zerodo';
import { buildFunctions } from '../build/functions.ts';
import { exampleOf } from '../render-events/example.ts';
import { urlsFor } from '../start/database.ts';
import { root } from '../tool.ts';
import { coldStarts, type Subject } from './cold-start.ts';
import { head, mib, ms, say } from './say.ts';

const rounds = 15;

/** An event with everything that its type asks for, about `userid`. */
function eventOf(type: EventType, userid: string): Pick<Subject, 'headers' | 'body'> {
  const { data } = exampleOf(type) as { data: object };
  return { headers: { ...headersOf(type), 'ce-userid': userid }, body: JSON.stringify(data) };
}

const headersOf = (type: string): Record<string, string> => ({
  'content-type': 'application/json',
  'ce-specversion': '1.0',
  'ce-source': '/bench',
  'ce-type': type,
});

/**
 * From spawn to the first answer, and the memory of a function that then has nothing to do: a reaction that reads its event
 * and refuses it, one whose first event writes (a new connection, the claim, the commit), and a command whose token is checked
 * with keys that have to be asked for, and whose task is kept.
 */
export async function starts(zerodo: RunningZerodo): Promise<void> {
  const { folderOf } = await buildFunctions(root, join(zerodo.home, 'build'));
  const { token, userId, webUrl } = await passOf(zerodo);
  const { app, worker } = urlsFor(
    await zerodo.ownerUrl(),
    JSON.parse(await readFile(join(zerodo.home, 'secrets.json'), 'utf8')),
  );
  const env = {
    ZERODO_APP_DATABASE_URL: app,
    ZERODO_WORKER_DATABASE_URL: worker,
    ZERODO_JWKS_URL: `${webUrl}/api/auth/jwks`,
    ZERODO_LOG_LEVEL: 'silent',
  };
  const subjects: Subject[] = [
    {
      name: 'notification-send, a reaction',
      folder: folderOf('notification-send'),
      headers: headersOf('dev.zerodo.reminder.due.v1'),
      body: '{}',
    },
    {
      name: 'recurrence-spawn, a reaction with its first write',
      folder: folderOf('recurrence-spawn'),
      ...eventOf('dev.zerodo.task.completed.v1', userId),
    },
    {
      name: 'task-create, a command with its token and its task',
      folder: folderOf('task-create'),
      headers: { ...headersOf(createTask.type), authorization: `Bearer ${token}` },
      body: '{"title":"x"}',
    },
  ];
  const medians = await coldStarts(subjects, env, rounds);
  const base = medians.get('bare node:http')!;
  head('spawn to first answer', 'median', '×', 'processor', '×', 'memory (PSS)', '×');
  for (const [name, { wall, cpu, memory }] of medians) {
    const times = (one: number, other: number) => `${(one / other).toFixed(2)} ×`;
    say(
      name,
      ms(wall),
      times(wall, base.wall),
      ms(cpu),
      times(cpu, base.cpu),
      mib(memory),
      times(memory, base.memory),
    );
  }
}

/** Somebody new, with the token that the gateway would send along. */
async function passOf({ home, signUp }: RunningZerodo) {
  const { cookie } = await signUp();
  const { webUrl } = JSON.parse(await readFile(join(home, 'running.json'), 'utf8')) as { webUrl: string };
  const answer = await fetch(`${webUrl}/api/auth/exchange`, { method: 'POST', headers: { cookie } });
  const { token } = (await answer.json()) as { token: string };
  const { sub } = JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()) as { sub: string };
  return { token, userId: sub, webUrl };
}
