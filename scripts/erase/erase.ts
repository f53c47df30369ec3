import { randomUUID } from 'node:crypto';
import { deleteAccount } from '@zerodo/domain/settings-commands';
import { runCommand } from '@zerodo/runtime/command';
import { readConfig } from '@zerodo/runtime/config';
import { newId } from '@zerodo/runtime/new-id';
import { sharedProjectsOf } from '@zerodo/store/account';
import { beginAction, endAction } from '@zerodo/store/operator-actions';
import type { Sql } from '@zerodo/store/sql';
import { transaction } from '@zerodo/store/transaction';
import account from '../../functions/settings-update/account.ts';
import { Complaint } from '../start/complaint.ts';

/** Connections as the roles that have a part in it. */
export type Roles = { app: Sql; worker: Sql; web: Sql };

/** `email` is null for somebody whose identity has gone already, and the rest not. */
export type Subject = { id: string; email: string | null };

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Who is meant by an address or an id.
 *
 * @throws Complaint when nobody is
 */
export async function findPerson(named: string, { web }: Roles): Promise<Subject> {
  const [person] = await web<Subject[]>`
    select id, email from auth."user" where lower(email) = lower(${named}) or id::text = lower(${named})
  `;
  if (person) return person;
  if (uuid.test(named)) return { id: named.toLowerCase(), email: null };
  throw new Complaint(`Nobody has the address ${named} here; give the address or the id of an account.`);
}

export type Extent = { tasks: number; projects: number; shared: number };

/** What would go, and in how many projects others would be left alone. */
export const extentOf = ({ id }: Subject, { app }: Roles): Promise<Extent> =>
  transaction(app, { user: id }, async (tx) => {
    const shared = await sharedProjectsOf(tx, id);
    const [row] = await tx<{ tasks: number; projects: number }[]>`
      select (select count(*)::int from tasks where project_id <> all (${tx.types.textArray(shared)}::text[]::uuid[])) as tasks,
             (select count(*)::int from projects where id <> all (${tx.types.textArray(shared)}::text[]::uuid[])) as projects
    `;
    return { ...row!, shared: shared.length };
  });

/**
 * Erases a person as the page does: first what is the functions', in one transaction, then tokens, sessions and the account.
 * Interrupted, it can be asked again. It is noted in `operator_actions`, under the id alone.
 */
export async function erasePerson({ id, email }: Subject, { app, worker, web }: Roles): Promise<void> {
  const note = { userId: null, action: 'erase-person', subject: id };
  const action = await transaction(worker, { worker: 'erase' }, (tx) => beginAction(tx, note));
  await runCommand(
    account,
    { id: randomUUID(), type: deleteAccount.type, data: { confirm: email ?? id } },
    {
      sql: app,
      now: () => new Date(),
      newId,
      config: readConfig({}),
      person: { id, email, emailVerified: true, name: null, locale: null },
      traceparent: null,
    },
  );
  await web`delete from auth.apikey where "referenceId" = ${id}`;
  await web`delete from auth.verification where strpos(value, ${id}) > 0`;
  await web`delete from auth."user" where id = ${id}`;
  await transaction(worker, { worker: 'erase' }, (tx) => endAction(tx, action, 'erased'));
}
