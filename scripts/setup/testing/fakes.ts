import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../tool.ts';
import { answersFor, type Cloud } from './answers.ts';
import { FakeMachine, type Outcome } from './machine.ts';

/** The machine of somebody who sets up a cluster. */
export class Machine extends FakeMachine {
  readonly #cloud: Cloud;
  constructor(cloud: Cloud) {
    super(answersFor(cloud));
    this.#cloud = cloud;
  }

  get log(): string {
    return readFileSync(join(this.home, `setup-${this.#cloud}.log`), 'utf8');
  }

  /** Runs the set-up; `calls` are those of this run alone. */
  run(args: string[], environment: Record<string, string> = {}): Promise<Outcome> {
    return this.runScript(join(root, 'scripts', `setup-${this.#cloud}`), args, {
      ZERODO_HOME: this.home,
      ...environment,
    });
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
}

/** What somebody types, and has in the environment. */
export const named = (cloud: Cloud): string[] =>
  cloud === 'minikube' || cloud === 'kind' ? [] : ['--host', 'zerodo.example.com'];

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
