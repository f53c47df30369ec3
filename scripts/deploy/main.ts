/**
 * `npm run deploy -- https://todo.example.com --tag 1.2.3 [--canary 10 --prometheus monitoring/prometheus:9090]`: brings an installation to
 * other images, and back where that goes wrong. `--dry-run` prints every command. docs/how-to/deploy-from-ci.md says all of it.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { Complaint } from '../start/complaint.ts';
import { commands } from './commands.ts';
import { deploy } from './deploy.ts';
import { readOptions } from './options.ts';

try {
  const options = readOptions(process.argv.slice(2));
  const say = (line: string) => console.log(line);
  await deploy(
    {
      commands: commands(options.dryRun, say),
      say,
      pause: async (seconds) => (options.dryRun ? undefined : void (await sleep(seconds * 1000))),
      now: () => new Date(),
    },
    options,
  );
  say(options.dryRun ? '\nNothing was done.' : `\n${options.url} runs ${options.tag}.`);
} catch (error) {
  console.error(error instanceof Complaint ? `✗ ${error.message}` : error);
  process.exitCode = 1;
}
