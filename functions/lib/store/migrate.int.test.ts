import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, inject, it } from 'vitest';
import { dumpSchema } from './dump-schema.ts';
import { connect } from './sql.ts';

const migrations = new URL('./migrations/', import.meta.url);

async function freshDatabase(): Promise<string> {
  const name = `zerodo_migrate_${randomUUID().replaceAll('-', '')}`;
  const admin = connect(inject('databaseUrl'), { max: 1 });
  await admin`create database ${admin(name)}`;
  await admin.end();
  return Object.assign(new URL(inject('databaseUrl')), { pathname: `/${name}` }).href;
}

describe('migrations', () => {
  it('are applied once each when five processes start at once', async () => {
    const url = await freshDatabase();
    const script = `import { migrate } from ${JSON.stringify(new URL('./migrate.ts', import.meta.url).href)};
      await migrate(${JSON.stringify(url)});`;

    const exits = await Promise.all(
      Array.from({ length: 5 }, async () => {
        const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], {
          stdio: 'inherit',
        });
        return (await once(child, 'exit'))[0];
      }),
    );

    expect(exits).toEqual([0, 0, 0, 0, 0]);
    const sql = connect(url);
    const applied = await sql`select name from schema_migrations order by name`;
    await sql.end();
    expect(applied.map(({ name }) => name)).toEqual((await readdir(migrations)).sort());
  });

  it('give the schema that schema.sql shows', async () => {
    const url = await freshDatabase();
    const { migrate } = await import('./migrate.ts');
    await migrate(url);

    const dumped = await dumpSchema(url);

    expect(dumped).toBe(await readFile(new URL('./schema.sql', import.meta.url), 'utf8'));
  });

  it('put in order what was restored without owners', async () => {
    const url = await freshDatabase();
    const { migrate } = await import('./migrate.ts');
    await migrate(url);
    const sql = connect(url, { max: 1 });
    const [{ name } = {}] = await sql`select quote_ident(current_database()) as name`;
    await sql.unsafe(`revoke temporary on database ${name} from zerodo_eraser`);
    const ours = await sql`
      select p.oid::regprocedure::text as name from pg_proc p
      where p.pronamespace = 'public'::regnamespace and p.prosecdef
    `;
    // As pg_restore --no-owner leaves them.
    for (const { name } of ours) await sql.unsafe(`alter function ${name} owner to current_user`);
    await sql.unsafe('alter view my_tasks owner to current_user');
    expect(await dumpSchema(url)).not.toBe(await readFile(new URL('./schema.sql', import.meta.url), 'utf8'));

    expect(await migrate(url)).toEqual([]);

    expect(await dumpSchema(url)).toBe(await readFile(new URL('./schema.sql', import.meta.url), 'utf8'));
    const [may] =
      await sql`select has_database_privilege('zerodo_eraser', current_database(), 'TEMP') as temp`;
    expect(may!.temp).toBe(true);
    await sql.end();
  });

  it('refuse a file that has changed since it was applied', async () => {
    const url = await freshDatabase();
    const { migrate } = await import('./migrate.ts');
    await migrate(url);
    const sql = connect(url, { max: 1 });
    await sql`update schema_migrations set sha256 = 'other' where name like '0001%'`;
    await sql.end();

    await expect(migrate(url)).rejects.toThrow('0001-tasks.sql has changed since it was applied');
  });
});
