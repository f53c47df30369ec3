import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clouds } from './testing/answers.ts';
import { commandsIn, Machine, named, secrets } from './testing/fakes.ts';
import type { Outcome } from './testing/machine.ts';

/** What only the other side, or only a run, knows has a name in a dry run. */
const comparable = (calls: string[]) =>
  calls.map((call) =>
    call
      .replaceAll(/ocid1\.([a-z-]+)/g, '<$1>')
      .replaceAll(
        /\S*\/tmp\.[^/\s]+/g,
        (path) => `${path.startsWith('--from-file=') ? '--from-file=' : ''}<private>`,
      ),
  );
const makes = / (create|start|apply|upgrade|install-addon|images) /;

describe.each(clouds)('setup-%s', (cloud) => {
  const machine = new Machine(cloud);
  let dry: Outcome;
  let foreign: Outcome;
  let first: Outcome;
  let second: Outcome;
  let removal: Outcome;
  beforeAll(async () => {
    dry = await machine.run([...named(cloud), '--dry-run'], secrets);
    foreign = await machine.run([...named(cloud), '--teardown', '--yes'], secrets);
    first = await machine.run(named(cloud), secrets);
    second = await machine.run(named(cloud), secrets);
    removal = await machine.run([...named(cloud), '--teardown', '--yes'], secrets);
  });
  afterAll(() => machine.remove());

  it('makes everything, with flags that exist, and ends with the address', () => {
    expect(first.output).not.toContain('✗');
    expect(first.code).toBe(0);
    expect(first.output.trim().split('\n').at(-1)).toMatch(/^https?:\/\/zerodo\./);
    expect(first.calls.at(-1)).toContain('curl ');
    expect(first.output).toMatch(/✓ Knative \(\d+ s\)/);
  });

  it('calls nothing in a dry run, and prints exactly what it would call', () => {
    expect(dry.code).toBe(0);
    expect(dry.calls).toEqual([]);
    expect(comparable(first.calls)).toEqual(commandsIn(dry.output));
  });

  it('makes nothing a second time, but brings images and release up to date', () => {
    expect(second.code).toBe(0);
    const made = second.calls.filter((call) => makes.test(`${call} `));
    expect(made.map((call) => call.split(' ').slice(0, 4).join(' '))).toEqual([
      'npm run images --',
      'helm upgrade --install zerodo',
    ]);
  });

  it('removes what it made, and what somebody else made not at all', () => {
    expect(foreign.code).toBe(1);
    expect(foreign.calls.filter((call) => / (delete|uninstall) /.test(call))).toEqual([]);
    expect(removal.output).not.toContain('✗');
    expect(removal.code).toBe(0);
    expect(removal.calls.filter((call) => / delete /.test(call))).not.toEqual([]);
  });

  it('is refused with any command whose flag is misspelt', () => {
    const commands = commandsIn(dry.output).filter((call) => call.includes(' --'));
    const bySubcommand = new Map(commands.map((call) => [call.split(/ -| [^a-z]/)[0], call]));
    expect(bySubcommand.size).toBeGreaterThan(12);
    for (const command of bySubcommand.values()) {
      expect(machine.call(command.replace(/ --[a-z]+[a-z0-9-]*/, '$&x')), command).toMatch(
        /unknown flag: --[a-z0-9-]+x\n/,
      );
    }
  });
});
