import { resolve } from 'node:path';
import { Complaint } from './complaint.ts';
import { type DatabaseUrls, urlsFor } from './database.ts';
import { readSecrets } from './home.ts';
import { running } from './lock.ts';

export type Attached = {
  publicUrl: string;
  innerUrl: string;
  webUrl: string;
  database: DatabaseUrls;
  kafkaBrokers: string[];
};

/**
 * Finds the Zerodo that runs from ZERODO_HOME, for commands that work beside it.
 *
 * @throws Complaint when none is ready
 */
export async function attach(root: string): Promise<Attached> {
  const home = resolve(root, process.env.ZERODO_HOME || '.zerodo');
  const { publicUrl, innerUrl, webUrl, databaseUrl, kafkaBrokers = [] } = (await running(home)) ?? {};
  if (!publicUrl || !innerUrl || !webUrl || !databaseUrl) {
    throw new Complaint(`No Zerodo is running from ${home}; start it with npm start first.`);
  }
  return {
    publicUrl,
    innerUrl,
    webUrl,
    kafkaBrokers,
    database: urlsFor(databaseUrl, await readSecrets(home)),
  };
}
