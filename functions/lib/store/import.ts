import { setImmediate as nextTurn } from 'node:timers/promises';
import { reminderId } from '@zerodo/domain/ids';
import type { ImportedTask } from '@zerodo/domain/import-plan';
import { asked } from '@zerodo/domain/planned-reminders';
import type { Project } from '@zerodo/domain/project';
import type { Series } from '@zerodo/domain/series';
import type { Tx } from './sql.ts';
import { columns } from './tasks.ts';

/** So many rows go in one statement: enough to be quick, and not a hundred megabytes of it. */
const atOnce = 1_000;

/**
 * Inserts rows that have the columns of `types` (the type of each by its name), whatever its table;
 * arrays and jsonb are given as what they hold.
 */
async function insertAll(
  tx: Tx,
  table: string,
  types: Record<string, string>,
  rows: object[],
): Promise<void> {
  const columns = Object.keys(types);
  const fields = columns.map((name) => name.replaceAll(/_([a-z])/g, (_, letter) => letter.toUpperCase()));
  const names = columns.join(', ');
  const defined = Object.entries(types).map((column) => column.join(' '));
  const statement = `insert into ${table} (${names})
    select ${names} from jsonb_to_recordset($1::jsonb) as r (${defined.join(', ')})`;
  let before: Promise<unknown> | undefined;
  for (let at = 0; at < rows.length; at += atOnce) {
    const records = rows.slice(at, at + atOnce).map((row) => record(row as Fields, columns, fields));
    await before;
    before = tx.unsafe(statement, [tx.json(records as never) as never]).execute();
    // Its failure is met when it is awaited, a turn later: it is under way while the next are written out.
    before.catch(() => {});
    await nextTurn();
  }
  await before;
}

type Fields = Record<string, unknown>;

function record(row: Fields, columns: string[], fields: string[]): Fields {
  const made: Fields = {};
  for (let at = 0; at < columns.length; at++) made[columns[at]!] = row[fields[at]!];
  return made;
}

const moments = { created_at: 'timestamptz', updated_at: 'timestamptz' };

/** The projects that only this person belongs to, by when they were made. */
export const projectsAlone = (tx: Tx, userId: string) => tx<
  { id: string; name: string; isInbox: boolean; archived: boolean }[]
>`
  select p.id, p.name, p.is_inbox, p.archived_at is not null as archived from projects p
  join project_members m on m.project_id = p.id and m.user_id = ${userId} and m.role = 'owner'
  where p.deleted_at is null and not project_is_shared(p.id)
  order by p.created_at, p.id
`;

/** How many projects a person belongs to, and how many labels have something of their own. */
export async function ownCounts(tx: Tx, userId: string): Promise<{ projects: number; labels: number }> {
  const [row] = await tx<{ projects: number; labels: number }[]>`
    select (select count(*) from project_members where user_id = ${userId}) as projects,
           (select count(*) from labels where user_id = ${userId}) as labels
  `;
  return row!;
}

export async function addProjects(tx: Tx, projects: readonly Project[], userId: string): Promise<void> {
  const types = {
    ...{
      id: 'uuid',
      owner_id: 'uuid',
      name: 'text',
      is_inbox: 'boolean',
      color: 'text',
      description: 'text',
    },
    ...{
      position: 'float8',
      sections: 'text[]',
      default_view: 'text',
      archived_at: 'timestamptz',
      ...moments,
    },
  };
  await insertAll(
    tx,
    'projects',
    types,
    projects.map((one) => ({ ...one, ownerId: userId })),
  );
  await insertAll(
    tx,
    'project_members',
    { project_id: 'uuid', user_id: 'uuid', role: 'text' },
    projects.map(({ id }) => ({ projectId: id, userId, role: 'owner' })),
  );
}

/** What the file says of a project that is there fills in what nobody has said of it yet. */
export const fillProject = (
  tx: Tx,
  id: string,
  { color, description, position, sections, defaultView }: Project,
) => tx`
  update projects set
    color = coalesce(color, ${color}),
    description = case description when '' then ${description} else description end,
    position = case position when 0 then ${position} else position end,
    sections = sections || array(
      select s from unnest(${tx.types.textArray(sections)}::text[]) with ordinality as n (s, place)
      where s <> all (sections) order by place
    ),
    default_view = case default_view when 'list' then ${defaultView} else default_view end
  where id = ${id}
`;

/** Labels that are there stay as they are; answers how many are new. */
export async function addLabels(
  tx: Tx,
  labels: readonly { name: string; color: string | null; position: number | null; createdAt: string }[],
  userId: string,
): Promise<number> {
  const { count } = await tx`
    insert into labels (user_id, name, color, position, created_at)
    select ${userId}, r.name, r.color, r.position, r."createdAt"
    from jsonb_to_recordset(${tx.json(labels as never)}::jsonb)
      as r (name text, color text, position float8, "createdAt" timestamptz)
    on conflict do nothing
  `;
  return count;
}

export const addManySeries = (tx: Tx, series: readonly Series[]) =>
  insertAll(
    tx,
    'series',
    {
      ...{
        id: 'uuid',
        project_id: 'uuid',
        created_by: 'uuid',
        title: 'text',
        notes: 'text',
        priority: 'int2',
      },
      ...{
        labels: 'text[]',
        reminders: 'jsonb',
        section: 'text',
        assignee_id: 'uuid',
        duration_minutes: 'int4',
      },
      ...{
        rrules: 'text[]',
        exdates: 'text[]',
        rdates: 'text[]',
        dtstart: 'text',
        until: 'text',
        all_day: 'boolean',
      },
      ...{
        timezone: 'text',
        floating: 'boolean',
        mode: 'text',
        spawn: 'text',
        catch_up: 'text',
        state: 'text',
      },
      ...{ next_due_at: 'timestamptz', tzdata: 'text', version: 'int4', ...moments },
    },
    series.map((one) => ({ ...one, tzdata: process.versions.tz })),
  );

/**
 * Tasks with their reminders, parents before their parts. What was due before `now` gives no notice of
 * being due: the person did not forget it here.
 */
export async function addManyTasks(
  tx: Tx,
  tasks: readonly ImportedTask[],
  { userId, now }: { userId: string; now: Date },
): Promise<void> {
  const told = (dueAt: string | null) => (dueAt && dueAt <= now.toISOString() ? dueAt : null);
  await insertAll(
    tx,
    'tasks',
    {
      ...{
        id: 'uuid',
        project_id: 'uuid',
        series_id: 'uuid',
        parent_id: 'uuid',
        created_by: 'uuid',
        title: 'text',
      },
      ...{
        notes: 'text',
        priority: 'int2',
        labels: 'text[]',
        status: 'text',
        section: 'text',
        assignee_id: 'uuid',
      },
      ...{ deadline: 'date', duration_minutes: 'int4', due_date: 'date', due_time: 'time', timezone: 'text' },
      ...{
        floating: 'boolean',
        due_at: 'timestamptz',
        tzdata: 'text',
        slot_local: 'text',
        slot_at: 'timestamptz',
      },
      ...{
        due_soon_for: 'timestamptz',
        overdue_for: 'timestamptz',
        position: 'float8',
        version: 'int4',
        ...moments,
      },
      ...{ completed_at: 'timestamptz', deleted_at: 'timestamptz' },
    },
    parentsFirst(tasks).map(({ slot, deletedAt, ...task }) => ({
      ...columns(task),
      id: task.id,
      labels: task.labels,
      createdBy: userId,
      createdAt: task.createdAt,
      slotLocal: slot?.local ?? null,
      slotAt: slot?.at ?? null,
      dueSoonFor: told(task.dueAt),
      overdueFor: told(task.dueAt),
      deletedAt,
    })),
  );
  await insertAll(
    tx,
    'reminders',
    {
      ...{ id: 'uuid', task_id: 'uuid', project_id: 'uuid', user_id: 'uuid', ordinal: 'int2', spec: 'jsonb' },
      ...{ fire_at: 'timestamptz', state: 'text' },
    },
    tasks.flatMap(({ id, projectId, reminders }) =>
      reminders.map((one, ordinal) => ({
        id: reminderId(id, userId, ordinal),
        ...{ taskId: id, projectId, userId, ordinal, spec: asked(one), fireAt: one.fireAt, state: one.state },
      })),
    ),
  );
}

function parentsFirst(tasks: readonly ImportedTask[]): ImportedTask[] {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const depth = ({ parentId }: ImportedTask): number => {
    const parent = parentId === null ? undefined : byId.get(parentId);
    return parent ? depth(parent) + 1 : 0;
  };
  return tasks
    .map((task) => ({ task, depth: depth(task) }))
    .toSorted((one, other) => one.depth - other.depth)
    .map(({ task }) => task);
}
