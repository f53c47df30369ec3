/**
 * `npm run migrate`, and what the image `migrate` runs: brings the database of DATABASE_URL (its owner's direct address) to the
 * newest schema, and gives the login roles the passwords in ZERODO_APP_, ZERODO_WORKER_ and ZERODO_WEB_DATABASE_URL where those are set.
 */
import { migrate } from '@zerodo/store/migrate';
import { Complaint, complain } from '../start/complaint.ts';
import { reach } from '../start/database.ts';
import { passwordsFrom } from './passwords.ts';

// As the first process of a container it would not be ended by a signal; Postgres takes back what was not committed.
process.once('SIGTERM', () => process.exit(143));

const url = process.env.DATABASE_URL;
try {
  if (!url) throw new Complaint('Set DATABASE_URL to the address of the database, as its owner.');
  if (!URL.canParse(url))
    throw new Complaint(
      'DATABASE_URL is no address: write it as postgres://user:password@host:5432/database.',
    );
  const passwords = passwordsFrom(process.env);
  await reach(url);
  const applied = await migrate(url, { passwords });
  console.log(applied.length > 0 ? applied.map((name) => `  ✓ ${name}`).join('\n') : '  ✓ nothing to do');
  const roles = Object.keys(passwords);
  if (roles.length > 0) console.log(`  ✓ passwords of ${roles.join(', ')}`);
} catch (error) {
  complain(error);
}
