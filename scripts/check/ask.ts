import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { root } from '../tool.ts';

/** Runs a program to its end, with `input` as what it reads, and gives what it says and its exit status. */
export async function ask(
  program: string,
  args: string[],
  input = '',
): Promise<{ status: number; said: string; complained: string }> {
  const child = spawn(program, args, { cwd: root });
  // A program that stops reading says why on its own.
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const [said, complained, [status]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number | null]>,
  ]);
  return { status: status ?? 1, said, complained };
}
