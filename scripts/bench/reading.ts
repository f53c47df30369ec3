import { connect } from '@zerodo/store/sql';
import type { RunningZerodo } from '@zerodo/testing/zerodo';
import { compare } from './compare.ts';
import { asking, fillAccount } from './lists.ts';
import { type Client, client, load, type Measured } from './load.ts';
import { head } from './say.ts';

const atOnce = 50;
const times = 500;
const own = 10_000;

type Asked = { name: string; query: string; whole: string; beginning?: string };

/** What is asked of the API, and the words of it that the bare statement looks for. */
const questions: Asked[] = [
  { name: 'list 50', query: 'status=open', whole: '' },
  { name: 'search a common word', query: 'status=open&q=plants', whole: '', beginning: 'plants' },
  {
    name: 'search a word being typed',
    query: 'status=open&q=kitchen+12',
    whole: 'kitchen ',
    beginning: '12',
  },
];

/** Lists and search by one person who has ten thousand tasks, fifty requests at a time. */
export async function reading(zerodo: RunningZerodo): Promise<void> {
  const { call, projectId } = await person(zerodo);
  await ask(zerodo, call, projectId, 'alone');
}

/** The same, alone and beside a million tasks that ten thousand others have. */
export async function storedLists(zerodo: RunningZerodo): Promise<void> {
  const { call, projectId } = await person(zerodo);
  await ask(zerodo, call, projectId, 'alone');
  console.log('');
  await addOthers(await zerodo.ownerUrl(), 10_000, 100);
  await ask(zerodo, call, projectId, 'beside a million of ten thousand others');
}

async function person(zerodo: RunningZerodo): Promise<{ call: Client; projectId: string }> {
  const { cookie } = await zerodo.signUp();
  const call = client(zerodo.url, cookie);
  return { call, projectId: await fillAccount(call, await zerodo.ownerUrl(), own) };
}

async function ask(zerodo: RunningZerodo, call: Client, projectId: string, where: string): Promise<void> {
  const ownerUrl = await zerodo.ownerUrl();
  head(
    `${own.toLocaleString('en')} tasks, ${atOnce} connections, ${where}`,
    ...['throughput', 'p50', 'p95', 'p99', 'errors', 'against the baseline'],
  );
  for (const asked of questions) {
    const baseline = () => bare(ownerUrl, projectId, asked);
    await asking(call, asked.query, 200, atOnce);
    await compare(`bare statement: ${asked.name} (baseline)`, baseline);
    await compare(asked.name, () => asking(call, asked.query, times, atOnce), baseline, 'the bare statement');
  }
}

/** The baseline of what reads: one statement and nothing else, through postgres.js at the same number of connections. */
async function bare(ownerUrl: string, projectId: string, { whole, beginning }: Asked): Promise<Measured> {
  const sql = connect(ownerUrl, { max: atOnce });
  const words = sql`and search @@ search_query(${whole}, '{}', ${beginning ?? ''})`;
  const read = async () => {
    const rows = await sql`
      select id, project_id, title, notes, priority, labels, status, due_date, due_time, timezone, due_at, position,
             version, created_at, updated_at, completed_at
      from tasks where project_id = ${projectId} and status = 'open' and deleted_at is null ${beginning ? words : sql``}
      order by coalesce(due_at, 'infinity'), id limit 50
    `;
    return rows.length > 0;
  };
  try {
    await load(atOnce, atOnce, read);
    return await load(times, atOnce, read);
  } finally {
    await sql.end();
  }
}

/** So many people with so many tasks each, as the migrations' own rows would be, and a fifth of them completed. */
async function addOthers(ownerUrl: string, people: number, each: number): Promise<void> {
  const sql = connect(ownerUrl, { max: 1 });
  const project = sql`md5('project ' || n)::uuid`;
  const user = sql`md5('person ' || n)::uuid`;
  try {
    await sql.begin(async (tx) => {
      // Looking the same projects up for each task would be most of the work.
      await tx`set local session_replication_role = replica`;
      await tx`
        insert into projects (id, owner_id, name) select ${project}, ${user}, 'Inbox' from generate_series(1, ${people}::int) n
      `;
      await tx`
        insert into project_members (project_id, user_id, role)
        select ${project}, ${user}, 'owner' from generate_series(1, ${people}::int) n
      `;
      await tx`
        insert into tasks (id, project_id, created_by, title, notes, status, labels, due_date, due_at, timezone, position,
                           completed_at, due_soon_for, overdue_for)
        select gen_random_uuid(), ${project}, ${user}, 'Call Ana about the ' || (array['plants', 'kitchen', 'milk'])[1 + k % 3] || ' ' || k,
               'Note ' || k % 97, case when k % 5 = 1 then 'completed' else 'open' end,
               case when k % 3 = 0 then array['home'] else '{}' end, day, day, 'UTC', k,
               case when k % 5 = 1 then now() end, day, day
        from generate_series(1, ${people}::int) n, generate_series(1, ${each}::int) k,
             lateral (select current_date + k % 400 - 40 as day) due
      `;
    });
    await sql`vacuum (analyze) tasks`;
    await sql`analyze projects, project_members`;
  } finally {
    await sql.end();
  }
}
