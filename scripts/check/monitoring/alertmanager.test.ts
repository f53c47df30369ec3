import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toolHere } from '../../tools/tools.ts';
import { alertmanagerFile, judgeInhibitions, judgeRoutes } from './alertmanager.ts';

const here = process.env.CI === 'true' || toolHere('amtool') !== undefined;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zerodo-monitoring-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('Alertmanager', () => {
  it.skipIf(!here).each([
    ['a receiver is misspelt', 'receiver: on-call\n', 'receiver: oncall\n', /undefined receiver/],
    [
      'a page is a note',
      'severity =~ "page|critical"',
      'severity = "critical"',
      /severity=page should be told to on-call, and is told to tickets/,
    ],
    [
      'a note calls somebody',
      'page|critical"',
      'page|critical|warning"',
      /severity=warning should be told to tickets/,
    ],
    [
      'the heartbeat goes to people',
      'Watchdog|InfoInhibitor',
      'InfoInhibitor',
      /alertname=Watchdog should be told to nobody/,
    ],
  ])('is refused when %s', async (_, from, to, says) => {
    const text = await readFile(alertmanagerFile, 'utf8');
    expect(text).toContain(from);
    const file = join(folder, 'alertmanager.yaml');
    await writeFile(file, text.replace(from, to));

    expect((await judgeRoutes(file)).join('\n')).toMatch(says);
  });

  it('is refused when it keeps an alert quiet that does not exist', async () => {
    const text = (await readFile(alertmanagerFile, 'utf8')).replace('"KafkaDown"', '"KafkaGone"');

    expect(judgeInhibitions(text, ['PostgresDown', 'KafkaDown']).join('\n')).toContain(
      'there is no alert KafkaGone',
    );
  });
});
