import { spawn, spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../tool.ts';

/** Programs of the machine that a script may use as they are; everything else that it calls is a fake. */
const real = [
  'bash',
  'base64',
  'basename',
  'cat',
  'cp',
  'dirname',
  'env',
  'grep',
  'head',
  'mkdir',
  'mktemp',
  'rm',
  'sed',
  'tail',
  'tr',
];

const folder = join(root, 'scripts/setup/testing');

/** What a fake says: the pattern of a call, that of the call that has to come first (or `-`), and what is printed. */
export type Answer = [call: string, earlier: string, output: string];

export type Outcome = { code: number; output: string; calls: string[] };

/** A machine on which the fakes are all the programs that there are, with what they have been called with so far. */
export class FakeMachine {
  readonly home = mkdtempSync(join(tmpdir(), 'zerodo-fakes-'));
  readonly bin = join(this.home, 'bin');
  readonly #answers: Answer[];
  /** @param programs further programs that are there as they are, by their paths */
  constructor(answers: Answer[], programs: Record<string, string> = {}) {
    this.#answers = answers;
    mkdirSync(this.bin);
    for (const name of real) symlinkSync(pathOf(name), join(this.bin, name));
    for (const [name, path] of Object.entries(programs)) symlinkSync(path, join(this.bin, name));
    for (const file of readdirSync(join(folder, 'flags')))
      symlinkSync(join(folder, 'fake'), join(this.bin, file.replace('.txt', '')));
    this.answer([]);
    this.failOn();
  }

  /** Answers that go before those that the machine was made with. */
  answer(answers: Answer[]): void {
    const lines = [...answers, ...this.#answers].map((line) => `${line.join('\t')}\n`);
    writeFileSync(join(this.home, 'answers'), lines.join(''));
  }

  failOn(...patterns: string[]): void {
    writeFileSync(join(this.home, 'fails'), patterns.map((pattern) => `${pattern}\n`).join(''));
  }

  without(name: string): void {
    rmSync(join(this.bin, name));
  }

  /** Where programs are found, and where the fakes keep what they know. */
  get environment(): Record<string, string> {
    return {
      PATH: this.bin,
      HOME: this.home,
      TMPDIR: this.home,
      FAKES: this.home,
      SETUP: join(root, 'scripts/setup'),
    };
  }

  get calls(): string[] {
    try {
      return readFileSync(join(this.home, 'calls'), 'utf8').split('\n').filter(Boolean);
    } catch {
      return [];
    }
  }

  /** Runs a program from the root of the project; `calls` are those of this run alone. */
  async runScript(
    program: string,
    args: string[],
    environment: Record<string, string> = {},
  ): Promise<Outcome> {
    const before = this.calls.length;
    const child = spawn(program, args, {
      cwd: root,
      env: { ...this.environment, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said: Buffer[] = [];
    child.stdout.on('data', (data: Buffer) => said.push(data));
    child.stderr.on('data', (data: Buffer) => said.push(data));
    const code = await new Promise<number>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (status) => resolve(status ?? -1));
    });
    return { code, output: Buffer.concat(said).toString(), calls: this.calls.slice(before) };
  }

  /** Calls one of the fakes as a shell would, and answers what it says. */
  call(command: string): string {
    const { stdout, stderr } = spawnSync(
      join(this.bin, 'bash'),
      ['--norc', '-c', command.replaceAll(/<([a-z-]+)>/g, '$1')],
      { env: this.environment, encoding: 'utf8' },
    );
    return `${stdout}${stderr}`;
  }

  remove(): void {
    rmSync(this.home, { recursive: true, force: true });
  }
}

const pathOf = (name: string): string =>
  ['/usr/bin', '/bin', '/usr/local/bin', '/opt/homebrew/bin']
    .map((place) => join(place, name))
    .find((path) => readdirSync(join(path, '..')).includes(name)) ??
  (() => {
    throw new Error(`This machine has no ${name}.`);
  })();
