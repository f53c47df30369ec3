import type { Task } from '@zerodo/domain/task';
import { connect } from '@zerodo/store/sql';
import { addManyTasks } from '@zerodo/testing/many-tasks';
import { type Client, load, type Measured } from './load.ts';

export const manyTasks = 100_000;

/** Gives the person that `call` speaks for so many tasks, in the inbox; answers with its id. */
export async function fillAccount(call: Client, ownerUrl: string, count = manyTasks): Promise<string> {
  const { id, projectId } = (await call('POST', '/tasks', { title: 'The first' })).json() as Task;
  const sql = connect(ownerUrl, { max: 1 });
  try {
    const [{ userId } = {}] = await sql`select created_by as user_id from tasks where id = ${id}`;
    await addManyTasks(sql, { userId, projectIds: [projectId], count });
    return projectId;
  } finally {
    await sql.end();
  }
}

const day = (offset: number): string => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);

/** What people ask of their lists: a name, and the query of `GET /tasks`. */
export const asked: Record<string, string> = {
  'list 50 by due date': 'status=open',
  'list 50 of all by creation': 'sort=created',
  'completed ones': 'status=completed',
  today: 'status=open&due=today&timezone=Europe/Berlin',
  overdue: 'status=open&due=overdue&timezone=Europe/Berlin',
  upcoming: 'status=open&due=upcoming&timezone=Europe/Berlin',
  'a week': `dueFrom=${day(7)}&dueTo=${day(13)}`,
  'a rare label': 'label=rare',
  'a common label': 'status=open&label=home',
  'priority 1': 'status=open&priority=1',
  'search a common word': 'q=plants',
  'search a word being typed': 'q=kitchen+12',
  'search a phrase': 'q=%22the+letter+77%22',
  'search what nobody wrote': 'q=nobody',
  'search a part of a word': 'q=icycl',
  'search with filters': 'q=invoice&label=rare&due=overdue',
};

export const asking = (call: Client, query: string, times: number, atOnce: number): Promise<Measured> =>
  load(times, atOnce, async () => (await call('GET', `/tasks?limit=50&${query}`)).status === 200);
