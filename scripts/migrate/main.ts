/** `npm run migrate`: brings the database of DATABASE_URL (its owner's direct address) to the newest schema. */
import { migrate } from '@zerodo/store/migrate';
import { Complaint } from '../start/complaint.ts';
import { reach } from '../start/database.ts';

const url = process.env.DATABASE_URL;
try {
  if (!url) throw new Complaint('Set DATABASE_URL to the address of the database, as its owner.');
  await reach(url);
  const applied = await migrate(url);
  console.log(applied.length > 0 ? applied.map((name) => `  ✓ ${name}`).join('\n') : '  ✓ nothing to do');
} catch (error) {
  console.error(error instanceof Complaint ? error.message : error);
  process.exitCode = 1;
}
