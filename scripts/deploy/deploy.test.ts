import { beforeEach, describe, expect, it } from 'vitest';
import { Complaint } from '../start/complaint.ts';
import { deploy } from './deploy.ts';
import { readOptions } from './options.ts';
import { FakeCluster } from './testing/cluster.ts';

let cluster: FakeCluster;
beforeEach(() => {
  cluster = new FakeCluster(['task-create', 'task-query'], ['task-create']);
});

const url = 'https://zerodo.example.com';
const canary = ['--canary', '10', '--prometheus', 'monitoring/prometheus:9090', '--watch', '2'];
const bring = (...more: string[]) => deploy(cluster.world, readOptions([url, '--tag', 'new', ...more]));
const failure = (...more: string[]) =>
  bring(...more).then(
    () => 'it did not fail',
    (error: Error) => error.message,
  );
/** What was done, with the same twice in a row only once. */
const done = () => cluster.done.filter((one, index) => one !== cluster.done[index - 1]);
const atFirst = ['task-create-1 100', 'task-query-1 100', 'upgrade to new', 'ready'];
const back = [
  ...['task-create-1 100', 'task-query-1 100', 'rollback to old', 'ready', 'newest 100', 'verify'],
];

describe('without a canary', () => {
  it('upgrades, waits, and verifies', async () => {
    await bring();
    expect(done()).toEqual(['upgrade to new', 'ready', 'verify']);
  });

  it.each([
    ['the upgrade', /^helm upgrade/],
    ['readiness', /wait services\.serving/],
  ])('goes back where %s fails', async (_, pattern) => {
    cluster.fails = [pattern];
    const said = await failure();
    expect(said).toContain('failed');
    expect(cluster.done).toContain('rollback to old');
  });

  it('goes back where the verification fails, and says that all is as it was', async () => {
    let once = true;
    const { run } = cluster.commands;
    cluster.commands.run = async (...command) => {
      await run(...command);
      if (command.includes('verify') && once) {
        once = false;
        throw new Complaint('npm run verify failed');
      }
    };
    expect(await failure()).toBe(
      'npm run verify failed\n\nEverything is back at revision 7 of the release zerodo, with the images that it had.',
    );
    expect(done().slice(3)).toEqual(back);
  });

  it('changes nothing where there is no such release', async () => {
    cluster.fails = [/^helm status/];
    expect(await failure()).toContain('There is no release zerodo in zerodo: install it first');
    expect(cluster.done).toEqual([]);
  });
});

describe('with a canary', () => {
  it('gives new revisions a part, then all, and lets nothing change before they are ready', async () => {
    await bring(...canary);
    expect(done()).toEqual([
      ...atFirst,
      'task-create-1 90, task-create-2 10',
      'travel',
      'newest 100',
      'travel',
      'verify',
    ]);
    expect(cluster.said.join('\n')).toContain('10 % to new revisions of task-create\n');
  });

  it('goes back from the part where new revisions are worse than old ones beside them', async () => {
    cluster.bad.set('new', 0.2);
    expect(await failure(...canary)).toMatch(
      /^answers of functions within 0\.25 s: \d+ of \d+ are not, and 0 of 2000 before\n\nEverything is back at revision 7/,
    );
    expect(done()).toEqual([...atFirst, 'task-create-1 90, task-create-2 10', 'travel', ...back]);
  });

  it('does not blame new revisions for what was as bad before', async () => {
    cluster.bad.set('old', 0.2);
    cluster.bad.set('new', 0.2);
    await bring(...canary);
    expect(done().at(-1)).toBe('verify');
  });

  it('goes back where all of it is worse than the part was', async () => {
    const { run } = cluster.commands;
    cluster.commands.run = async (...command) => {
      await run(...command);
      if (command.join(' ').includes('"latestRevision":true')) cluster.bad.set('new', 0.2);
    };
    expect(await failure(...canary)).toContain('Everything is back');
    expect(done().slice(-back.length)).toEqual(back);
    expect(done()).toContain('newest 100');
  });

  it('goes back where events are given up', async () => {
    cluster.deadLetters = 0;
    const { run } = cluster.commands;
    cluster.commands.run = async (...command) => {
      await run(...command);
      if (command.includes('upgrade')) cluster.deadLetters = 5;
    };
    expect(await failure(...canary)).toMatch(
      /^events that were taken: 5 of \d+ are not, and 0 of 3600 before/,
    );
    expect(done().slice(-back.length)).toEqual(back);
  });

  it('takes silence for a no', async () => {
    cluster.answersARound = 0;
    expect(await failure(...canary)).toMatch(
      /^Prometheus has seen 0 answers of new revisions in 4 minutes, and 50 are needed/,
    );
    expect(done().slice(-back.length)).toEqual(back);
  });

  it('changes nothing where Prometheus does not answer', async () => {
    cluster.fails = [/get --raw/];
    expect(await failure(...canary)).toContain('failed');
    expect(cluster.done).toEqual([]);
  });

  it('goes on from where one was broken off', async () => {
    cluster.services.get('task-create')!.traffic = [
      { revisionName: 'task-create-0', percent: 90 },
      { revisionName: 'task-create-1', percent: 10 },
    ];
    await bring(...canary);
    expect(cluster.done).toContain('task-create-0 100');
    expect(cluster.done).toContain('task-create-0 90, task-create-2 10');
  });

  it('says what could not be taken back, and leaves requests with what worked', async () => {
    cluster.bad.set('new', 0.2);
    cluster.fails = [/^helm rollback/];
    expect(await failure(...canary)).toContain('It could not be taken back whole:\n`helm rollback zerodo 7');
    expect(done().slice(-3)).toEqual(['task-create-1 100', 'task-query-1 100', 'ready']);
  });
});
