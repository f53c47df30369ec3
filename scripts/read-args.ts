import { type ParseArgsConfig, parseArgs } from 'node:util';
import { Complaint } from './start/complaint.ts';

/**
 * What somebody has typed, as `config` describes it.
 *
 * @throws Complaint with the one sentence that says what is wrong, and `advice` behind it
 */
export function readArgs<C extends ParseArgsConfig>(
  config: C,
  advice: string,
): ReturnType<typeof parseArgs<C>> {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new Complaint(`${(error as Error).message.split('. ')[0]}. ${advice}`);
  }
}
