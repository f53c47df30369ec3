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
import { answersFor, type Cloud } from './answers.ts';

/** Programs of the machine that a set-up may use as they are; everything else that it calls is a fake. */
const real = [
  'bash',
  'base64',
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

export type Outcome = { code: number; output: string; calls: string[] };

/** A machine on which the fakes are all the programs that there are, with what they have been called with so far. */
export class Machine {
  readonly home = mkdtempSync(join(tmpdir(), 'zerodo-setup-'));
  readonly #bin = join(this.home, 'bin');
  readonly #cloud: Cloud;
  constructor(cloud: Cloud) {
    this.#cloud = cloud;
    mkdirSync(this.#bin);
    for (const name of real) symlinkSync(pathOf(name), join(this.#bin, name));
    for (const file of readdirSync(join(folder, 'flags')))
      symlinkSync(join(folder, 'fake'), join(this.#bin, file.replace('.txt', '')));
    this.answer([]);
    this.failOn();
  }

  /** Further answers, each a pattern, the pattern of the call that has to come first (or `-`), and what is printed. */
  answer(answers: [string, string, string][]): void {
    const lines = [...answers, ...answersFor(this.#cloud)].map((line) => `${line.join('\t')}\n`);
    writeFileSync(join(this.home, 'answers'), lines.join(''));
  }

  failOn(...patterns: string[]): void {
    writeFileSync(join(this.home, 'fails'), patterns.map((pattern) => `${pattern}\n`).join(''));
  }

  without(name: string): void {
    rmSync(join(this.#bin, name));
  }

  get calls(): string[] {
    try {
      return readFileSync(join(this.home, 'calls'), 'utf8').split('\n').filter(Boolean);
    } catch {
      return [];
    }
  }

  get log(): string {
    return readFileSync(join(this.home, `setup-${this.#cloud}.log`), 'utf8');
  }

  /** Runs the set-up; `calls` are those of this run alone. */
  async run(args: string[], environment: Record<string, string> = {}): Promise<Outcome> {
    const before = this.calls.length;
    const env = {
      PATH: this.#bin,
      HOME: this.home,
      ZERODO_HOME: this.home,
      TMPDIR: this.home,
      FAKES: this.home,
      SETUP: join(root, 'scripts/setup'),
    };
    const child = spawn(join(root, 'scripts', `setup-${this.#cloud}`), args, {
      env: { ...env, ...environment },
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
    const env = { PATH: this.#bin, FAKES: this.home, SETUP: join(root, 'scripts/setup') };
    const { stdout, stderr } = spawnSync(
      join(this.#bin, 'bash'),
      ['--norc', '-c', command.replaceAll(/<([a-z-]+)>/g, '$1')],
      {
        env,
        encoding: 'utf8',
      },
    );
    return `${stdout}${stderr}`;
  }

  /** What is left of folders for secrets. */
  get leftovers(): string[] {
    return readdirSync(this.home).filter((name) => name.startsWith('tmp.'));
  }

  /** Has the fakes keep a copy of the folders that Secrets are made of. */
  keepSecrets(): void {
    mkdirSync(join(this.home, 'secrets'));
  }

  /** The values of a Secret that was made, by key. */
  secret(name: string): Record<string, string> {
    const folder = join(this.home, 'secrets', name);
    return Object.fromEntries(
      readdirSync(folder).map((key) => [key, readFileSync(join(folder, key), 'utf8').trim()]),
    );
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

/** What somebody types, and has in the environment. */
export const named = (cloud: Cloud): string[] =>
  cloud === 'minikube' ? [] : ['--host', 'zerodo.example.com'];

export const secrets = {
  OCI_COMPARTMENT: 'ocid1.compartment',
  OCI_USERNAME: '<user>',
  OCI_AUTH_TOKEN: 'hidden-token',
  ZERODO_SMTP_URL: 'smtp://zerodo:hidden-mail@mail.example.test:587',
};

/** The commands that a dry run printed, without the names of steps and where input and output go. */
export const commandsIn = (output: string): string[] =>
  output
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('# '))
    .map((line) => line.replace(/ [<>] <private>\S*$/, ''));
