import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { Complaint } from '../start/complaint.ts';
import { root } from '../tool.ts';

/** How other programs are called: every call is said before it is made, and a dry run makes none. */
export type Commands = {
  /** Changes something; what the program says goes where our output goes. */
  run: (...command: string[]) => Promise<void>;
  /** What the program answers; in a dry run `sample`, which stands for it. */
  ask: (sample: string, ...command: string[]) => Promise<string>;
};

/** @throws Complaint from both, with the end of what the program said */
export function commands(dry: boolean, say: (line: string) => void): Commands {
  const call = async ([program = '', ...args]: string[]): Promise<string> => {
    const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    const failed = once(child, 'error').then(([error]) => Promise.reject(error));
    const [said, complained, [status]] = await Promise.race([
      Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]),
      failed,
    ]).catch((error: NodeJS.ErrnoException) => {
      throw new Complaint(
        error.code === 'ENOENT'
          ? `${program} is not on the PATH: install it.`
          : `${program}: ${error.message}`,
      );
    });
    if (status !== 0)
      throw new Complaint(
        `\`${shown([program, ...args])}\` failed:\n${`${said}\n${complained}`.trim().split('\n').slice(-15).join('\n')}`,
      );
    return said;
  };
  return {
    run: async (...command) => {
      say(shown(command));
      if (!dry) await call(command);
    },
    ask: async (sample, ...command) => {
      say(shown(command));
      return dry ? sample : call(command);
    },
  };
}

/** A command as one could type it. */
const shown = (command: string[]): string =>
  command
    .map((word) => (/^[\w./:=@,<>%-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`))
    .join(' ');
