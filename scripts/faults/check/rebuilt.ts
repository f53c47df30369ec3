import { rebuild } from '../../rebuild/rebuild.ts';
import { about, type Check } from './context.ts';

/** Tasks, series and statistics rebuilt from the log are what the tables hold. */
export const rebuilt: Check = async ({ owner }) => {
  const tables = await rebuild(owner);
  return tables.flatMap(({ table, differences }) =>
    about(
      'wrong',
      `${table}, rebuilt from the log, would be another`,
      differences.map(({ id, what }) => `${id} ${what}`),
    ),
  );
};
