/**
 * `npm run erase -- <address or id>` says what an account holds; with `--confirm <address>` it erases the person. Of the Zerodo
 * that `npm start` runs here, or of the databases in ZERODO_APP_, ZERODO_WORKER_ and ZERODO_WEB_DATABASE_URL.
 */
import { connect } from '@zerodo/store/sql';
import { readArgs } from '../read-args.ts';
import { attach } from '../start/attach.ts';
import { Complaint, complain } from '../start/complaint.ts';
import { root } from '../tool.ts';
import { erasePerson, extentOf, findPerson, type Roles } from './erase.ts';

async function addresses(): Promise<Record<keyof Roles, string>> {
  const {
    ZERODO_APP_DATABASE_URL: app,
    ZERODO_WORKER_DATABASE_URL: worker,
    ZERODO_WEB_DATABASE_URL: web,
  } = process.env;
  if (app && worker && web) return { app, worker, web };
  if (app || worker || web) {
    throw new Complaint('Give all three: ZERODO_APP_, ZERODO_WORKER_ and ZERODO_WEB_DATABASE_URL.');
  }
  return (await attach(root)).database;
}

async function run(): Promise<void> {
  const { values, positionals } = readArgs(
    { options: { confirm: { type: 'string' } }, allowPositionals: true },
    'See docs/how-to/erase-a-person.md.',
  );
  const [named, ...others] = positionals;
  if (!named || others.length > 0) {
    throw new Complaint('Say whom: npm run erase -- ada@example.test');
  }
  const { app, worker, web } = await addresses();
  const roles = {
    app: connect(app, { max: 1 }),
    worker: connect(worker, { max: 1 }),
    web: connect(web, { max: 1 }),
  };
  try {
    const person = await findPerson(named, roles);
    const { tasks, projects, shared } = await extentOf(person, roles);
    const word = person.email ?? person.id;
    console.log(
      `${word}: ${tasks} tasks in ${projects} projects would be erased, ${shared} shared projects handed on.`,
    );
    if (values.confirm?.toLowerCase() !== word.toLowerCase()) {
      throw new Complaint(`Nothing was erased. To do it: npm run erase -- ${named} --confirm ${word}`);
    }
    await erasePerson(person, roles);
    console.log('Erased.');
  } finally {
    await Promise.all(Object.values(roles).map((sql) => sql.end({ timeout: 5 })));
  }
}

try {
  await run();
} catch (error) {
  complain(error);
}
