import { randomUUID } from 'node:crypto';
import type { Project, Role } from '@zerodo/domain/project';
import * as commands from '@zerodo/domain/project-commands';
import type { TestDatabase } from '@zerodo/testing/database';
import { type Answered, testFunction } from '@zerodo/testing/functions';
import taskQuery from '../task-query/handle.ts';
import projectUpdate from './handle.ts';

export type Somebody = { id: string; name: string; email: string; confirmed: boolean };

/** People who share projects, each with a name and an address of their own, through the functions that do it. */
export function testSharing(database: TestDatabase, options: Parameters<typeof testFunction>[2] = {}) {
  const served = testFunction(projectUpdate, database, options);
  const asked = testFunction(taskQuery, database, options);

  const somebody = (name = 'Ada', confirmed = true): Somebody => {
    const id = randomUUID();
    return { id, name, email: `${name.toLowerCase().replaceAll(' ', '.')}-${id}@example.test`, confirmed };
  };
  const does = async (
    who: Somebody,
    command: { type: string },
    data: object,
    id: string = randomUUID(),
  ): Promise<Answered> => {
    const { id: sub, name, email, confirmed } = who;
    const token = await served.issuer.token(sub, { name, email, email_verified: confirmed });
    return served.post(
      {
        'content-type': 'application/json',
        prefer: 'return=representation',
        authorization: `Bearer ${token}`,
        'ce-specversion': '1.0',
        'ce-id': id,
        'ce-source': '/test',
        'ce-type': command.type,
      },
      JSON.stringify(data),
    );
  };
  const asks = (who: Somebody, query: string, args: object = {}) => asked.ask(query, args, who.id);

  const makes = async (who: Somebody, data: object = {}): Promise<Project> => {
    const { status, json } = await does(who, commands.createProject, { name: 'Home', ...data });
    if (status !== 201) throw new Error(`create answered ${status}: ${JSON.stringify(json)}`);
    return json;
  };
  /** Invited and accepted. */
  const joins = async (who: Somebody, project: Project, by: Somebody, role: Role): Promise<void> => {
    const { email } = who;
    const { json } = await does(by, commands.inviteMember, { projectId: project.id, email, role });
    const accepted = await does(who, commands.acceptInvitation, { invitationId: json.id, code: json.code });
    if (accepted.status !== 200) throw new Error(`accept answered ${accepted.status}: ${accepted.text}`);
  };
  const eventsOf = async (projectId: string) => {
    const rows = await database.owner()<{ type: string; shared: boolean; data: Record<string, never> }[]>`
      select type, shared, data from events where subject = ${projectId} order by sequence
    `;
    return rows.map(({ type, shared, data }) => ({ what: type.split('.')[3], shared, ...(data as object) }));
  };
  return { served, somebody, does, asks, makes, joins, eventsOf };
}
