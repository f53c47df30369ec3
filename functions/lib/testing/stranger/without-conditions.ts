// A test's copy of the SQL in which nobody looks any more at who is asking: what is left is the database's own word.
import type { Sql } from '@zerodo/store/sql';

/** What of our statements asked who somebody is, as it was written; a test looks at what was found. */
export type Removed = { conditions: Set<string>; memberships: Set<string> };

const person = /\b(where|and|or|on|when|\()(\s*)((?:\w+\.)?(?:user_id|owner_id|created_by)\s*=\s*)$/i;
const everybodys =
  /(?:\w+\.)?(?:user_id\s*=\s*current_user_id\(\)|project_id\s+in\s+\(select my_(?:editable_)?projects\(\)\))/gi;
const membership = /\b(from|join)(\s+)project_members((?:\s+(?!where|join|on)\w+)?)(?=\s)/gi;

/**
 * The same database, but conditions that name a person are always true, and whoever asks is taken for the owner of
 * `projects` wherever a statement reads who is a member.
 */
export function withoutConditions(sql: Sql, projects: () => readonly string[], removed: Removed): Sql {
  const owned = () =>
    `(select unnest('{${projects().join(',')}}'::uuid[]) as project_id, current_user_id() as user_id,
      'owner'::text as role, now() as joined_at)`;
  const rewrite = (strings: TemplateStringsArray): TemplateStringsArray => {
    const written = [...strings];
    for (const [at, text] of strings.entries()) {
      let part = written[at]!;
      part = part.replace(everybodys, (found) => {
        removed.conditions.add(found);
        return `(true or ${found})`;
      });
      // Reading alone: what is written to the table stays what it is.
      part = part.replace(membership, (found, word: string, space: string, alias: string) => {
        removed.memberships.add(found);
        return `${word}${space}${owned()}${alias.trim() ? alias : ' project_members'}`;
      });
      if (at < strings.length - 1 && person.test(part)) {
        removed.conditions.add(person.exec(text)?.[0] ?? text);
        part = part.replace(person, '$1$2(true or $3');
        written[at + 1] = `)${written[at + 1]}`;
      }
      written[at] = part;
    }
    return Object.assign(written, { raw: written });
  };
  const watched = <T extends object>(query: T): T =>
    new Proxy(query, {
      apply: (target, self, [first, ...rest]) =>
        Reflect.apply(target as never, self, [first?.raw ? rewrite(first) : first, ...rest]),
    });
  return new Proxy(sql, {
    get: (whole, key) =>
      key === 'begin'
        ? (work: (tx: object) => unknown) => whole.begin((tx) => work(watched(tx)) as never)
        : Reflect.get(whole, key),
  });
}
