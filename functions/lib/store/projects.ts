import { inboxId } from '@zerodo/domain/ids';
import { limits } from '@zerodo/domain/limits';
import type { ListProjects, Project, ProjectPage } from '@zerodo/domain/project';
import { inboxProject } from '@zerodo/domain/project-changes';
import { Rejected } from '@zerodo/domain/rejected';
import { fromCursor, toCursor } from './cursor.ts';
import { checkEditable } from './people.ts';
import type { Sql, Tx } from './sql.ts';

type Row = Omit<Project, 'archivedAt' | 'deletedAt' | 'createdAt' | 'updatedAt'> &
  Record<'createdAt' | 'updatedAt', Date> &
  Record<'archivedAt' | 'deletedAt', Date | null>;

const inOrder = { list: 'projects', type: 'double precision' } as const;

/** `p` is the project; `m` the membership, present or past, of the person who asks. */
const columns = (sql: Sql | Tx) => sql`
  p.id, p.name, p.color, p.description, p.position, p.sections, p.default_view, p.is_inbox,
  p.archived_at, p.deleted_at, p.version, p.created_at, p.updated_at, m.role,
  (select count(*) from project_members c where c.project_id = p.id) as members,
  (select count(*) from tasks t
   where t.project_id = p.id and t.status = 'open' and t.deleted_at is null) as open_tasks
`;

const toProject = (row: Row): Project => ({
  ...row,
  archivedAt: row.archivedAt?.toISOString() ?? null,
  deletedAt: row.deletedAt?.toISOString() ?? null,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

const notFound = () => new Rejected('project-not-found', 'There is no such project, or it is not yours.');

/** Everything that a person is a member of. */
export async function projectsOf(tx: Tx, userId: string): Promise<string[]> {
  const rows = await tx<{ projectId: string }[]>`
    select project_id from project_members where user_id = ${userId}
  `;
  return rows.map(({ projectId }) => projectId);
}

/** A person's projects in their order, the inbox among them even before it is a row. */
export async function listProjects(
  tx: Tx,
  { archived, deleted, limit = 50, cursor }: ListProjects,
  { userId, now }: { userId: string; now: Date },
): Promise<ProjectPage> {
  const after = fromCursor(inOrder, cursor);
  const memberships =
    deleted === 'true'
      ? tx`former_members m on m.project_id = p.id and m.with_project and m.role = 'owner'`
      : tx`project_members m on m.project_id = p.id`;
  const rows = await tx<Row[]>`
    select ${columns(tx)}
    from projects p join ${memberships}
    where m.user_id = ${userId}
      ${archived === 'true' ? tx`and p.archived_at is not null` : tx``}
      ${archived === 'false' ? tx`and p.archived_at is null` : tx``}
      ${after ? tx`and (p.position, p.id) > (${Number(after[0])}, ${after[1]}::uuid)` : tx``}
    order by p.position, p.id
    limit ${limit + 1}
  `;
  const items = rows.slice(0, limit).map(toProject);
  const last = items.at(-1);
  const nextCursor = rows.length > limit && last ? toCursor(inOrder, last.position, last.id) : null;
  const withInbox = !after && deleted !== 'true' && archived !== 'true';
  if (!withInbox || (await isMember(tx, inboxId(userId), userId))) return { items, nextCursor };
  return { items: [inboxProject(inboxId(userId), now), ...items], nextCursor };
}

async function isMember(tx: Tx, projectId: string, userId: string): Promise<boolean> {
  const [row] = await tx`
    select from project_members where project_id = ${projectId} and user_id = ${userId}
  `;
  return row !== undefined;
}

/** @throws Rejected `project-not-found` */
export async function readProject(
  tx: Tx,
  id: string,
  { userId, now }: { userId: string; now: Date },
): Promise<Project> {
  const [row] = await tx<Row[]>`
    select ${columns(tx)}
    from projects p join project_members m on m.project_id = p.id
    where p.id = ${id} and m.user_id = ${userId}
  `;
  if (row) return toProject(row);
  if (id === inboxId(userId)) return inboxProject(id, now);
  throw notFound();
}

/**
 * Reads a project that `userId` belongs to and holds it until the transaction ends, so that neither
 * it nor who belongs to it changes meanwhile.
 *
 * @throws Rejected `project-not-found`
 */
export async function lockProject(tx: Tx, id: string, who: { userId: string; now: Date }): Promise<Project> {
  if (id === inboxId(who.userId)) await checkEditable(tx, id, who.userId);
  const [held] = await tx`
    select from projects p join project_members m on m.project_id = p.id
    where p.id = ${id} and m.user_id = ${who.userId}
    for update of p
  `;
  if (!held) throw notFound();
  return readProject(tx, id, who);
}

const written = (tx: Tx, project: Project) => ({
  name: project.name,
  color: project.color,
  description: project.description,
  position: project.position,
  sections: tx.types.textArray(project.sections),
  defaultView: project.defaultView,
  archivedAt: project.archivedAt,
  version: project.version,
  updatedAt: project.updatedAt,
});

/** @throws Rejected `too-many-projects`, `project-exists` */
export async function addProject(tx: Tx, project: Project, userId: string): Promise<void> {
  if ((await projectsOf(tx, userId)).length >= limits.projects) {
    throw new Rejected(
      'too-many-projects',
      `You belong to ${limits.projects} projects, which is the most: delete or leave one first.`,
    );
  }
  const { id, createdAt } = project;
  const row = { ...written(tx, project), id, createdAt, ownerId: userId };
  // Naming what may conflict would ask row security whether the new row may be read, before it belongs to anybody.
  const { count } = await tx`insert into projects ${tx(row)} on conflict do nothing`;
  if (count === 0) {
    throw new Rejected(
      'project-exists',
      'A project with this id exists already: leave the id out or take a new one.',
    );
  }
  await tx`insert into project_members (project_id, user_id, role) values (${id}, ${userId}, 'owner')`;
}

/** Stores the new state of a project that is held. */
export async function saveProject(tx: Tx, project: Project): Promise<void> {
  await tx`update projects set ${tx(written(tx, project))} where id = ${project.id}`;
}

/** Nobody belongs to the project from now on, so nobody sees it or its tasks; its reminders are called off. */
export async function closeProject(tx: Tx, id: string, now: Date): Promise<void> {
  await tx`select close_project(${id}, ${now})`;
}

/**
 * Everybody who belonged to a deleted project does again, and reminders that lie ahead come.
 *
 * @throws Rejected `project-not-found`, `project-not-deleted`
 */
export async function reopenProject(
  tx: Tx,
  id: string,
  who: { userId: string; now: Date },
): Promise<Project> {
  const [row] = await tx<{ reopened: boolean }[]>`select reopen_project(${id}, ${who.now}) as reopened`;
  const project = await readProject(tx, id, who);
  if (row!.reopened) return project;
  throw new Rejected('project-not-deleted', 'This project is not deleted: there is nothing to restore.');
}
