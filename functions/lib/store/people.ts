import { inboxId } from '@zerodo/domain/ids';
import type { Preferences } from '@zerodo/domain/preferences';
import { Rejected } from '@zerodo/domain/rejected';
import { chosen } from './preferences.ts';
import type { Tx } from './sql.ts';

/** Who calls, as the verified token says. */
export type Person = {
  id: string;
  email: string | null;
  /** Whether its owner has confirmed the address. */
  emailVerified: boolean;
  name: string | null;
  locale: string | null;
};

type Row = { timezone: string; settings: Partial<Preferences> };

/**
 * The person's zone and preferences. E-mail, name and locale are copied when they differ from what
 * the token says; the zone is taken from the browser while none is known.
 */
export async function knowPerson(
  tx: Tx,
  { id, email, emailVerified, name, locale }: Person,
  timezone = 'UTC',
): Promise<{ timezone: string; preferences: Preferences }> {
  const [known] = await tx<(Row & { same: boolean })[]>`
    select timezone, settings,
           (email, email_verified, name, locale) is not distinct from
               (${email}, ${emailVerified}::boolean, ${name}, ${locale})
             and (timezone <> 'UTC' or ${timezone} = 'UTC') as same
    from preferences where user_id = ${id}
  `;
  const row = known?.same ? known : await copied();
  return { timezone: row.timezone, preferences: chosen(row.settings) };

  async function copied(): Promise<Row> {
    if (!known) await checkNotErased(tx, id);
    const [row] = await tx<Row[]>`
      insert into preferences (user_id, email, email_verified, name, locale, timezone)
      values (${id}, ${email}, ${emailVerified}, ${name}, ${locale}, ${timezone})
      on conflict (user_id) do update set
        email = excluded.email, email_verified = excluded.email_verified, name = excluded.name,
        locale = excluded.locale, updated_at = now(),
        timezone = case preferences.timezone when 'UTC' then excluded.timezone else preferences.timezone end
      returning timezone, settings
    `;
    return row!;
  }
}

/**
 * A token outlives its account by two minutes: what is under way with it begins no new one.
 *
 * @throws Rejected `account-deleted`
 */
async function checkNotErased(tx: Tx, userId: string): Promise<void> {
  const [erased] = await tx`
    select from erasures where user_id = ${userId} and erased_at > now() - interval '5 minutes'
  `;
  if (erased) throw new Rejected('account-deleted', 'This account was deleted: sign up again to begin anew.');
}

/**
 * Makes sure that `userId` may add to the project; a person's own inbox is made when it is first needed.
 *
 * @throws Rejected `project-not-found`, `project-read-only`
 */
export async function checkEditable(tx: Tx, projectId: string, userId: string): Promise<void> {
  const [member] = await tx<{ role: string }[]>`
    select role from project_members where project_id = ${projectId} and user_id = ${userId}
  `;
  if (member?.role === 'viewer') {
    throw new Rejected('project-read-only', 'You may look at this project but not change it: ask its owner.');
  }
  if (member) return;
  if (projectId !== inboxId(userId)) {
    throw new Rejected('project-not-found', 'There is no such project, or it is not yours.');
  }
  await checkNotErased(tx, userId);
  await tx`
    insert into projects (id, owner_id, name, is_inbox) values (${projectId}, ${userId}, 'Inbox', true)
    on conflict do nothing
  `;
  await tx`
    insert into project_members (project_id, user_id, role) values (${projectId}, ${userId}, 'owner')
    on conflict do nothing
  `;
}

/** @throws Rejected `project-not-found` */
export async function projectNamed(tx: Tx, name: string, userId: string): Promise<string> {
  const [row] = await tx<{ id: string }[]>`
    select p.id from projects p
    join project_members m on m.project_id = p.id and m.user_id = ${userId}
    where lower(p.name) = lower(${name})
    order by p.created_at
    limit 1
  `;
  if (row) return row.id;
  if (name.toLowerCase() === 'inbox') return inboxId(userId);
  throw new Rejected('project-not-found', `You have no project “${name}”: take the # away or name another.`);
}
