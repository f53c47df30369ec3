import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '@zerodo/testing/until';
import { afterAll, expect, test } from 'vitest';
import { followLogs } from './follow-logs.ts';
import { readable } from './readable-log.ts';

const line = (over: object) =>
  JSON.stringify({ level: 'info', time: '2026-11-22T10:11:12.345Z', function: 'task-create', ...over });

test('a line of the log is one that people read', () => {
  const handled = line({
    type: 'create-task',
    traceId: 'a'.repeat(32),
    outcome: 'done',
    ms: 3.2,
    msg: 'handled',
  });
  const failed = line({
    level: 'error',
    code: 'internal-error',
    err: { message: 'no such thing' },
    msg: 'failed',
  });

  expect(readable(handled)).toEqual({
    level: 'info',
    text: '10:11:12 task-create handled type=create-task outcome=done 3.2 ms trace=aaaaaaaa',
  });
  expect(readable(failed).text).toBe('10:11:12 ERROR task-create failed code=internal-error no such thing');
});

test('what is no JSON is passed on as it is', () => {
  expect(readable('   at somewhere (a.js:1:1)')).toEqual({
    level: 'info',
    text: '   at somewhere (a.js:1:1)',
  });
  expect(readable('null')).toEqual({ level: 'info', text: 'null' });
});

const folder = await mkdtemp(join(tmpdir(), 'zerodo-logs-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

test('what is written from now on is printed, once each line is whole, and what is not urgent enough is not', async () => {
  const [one, two] = [join(folder, 'one.log'), join(folder, 'two.log')];
  await writeFile(one, `${line({ msg: 'before' })}\n`);
  const printed: string[] = [];
  const { stop } = await followLogs(folder, {
    least: 'warn',
    everyMs: 5,
    print: (text) => printed.push(text),
  });

  await appendFile(
    one,
    `${line({ msg: 'usual' })}\n${line({ level: 'warn', msg: 'odd' })}\n{"level":"error",`,
  );
  await writeFile(two, `${line({ level: 'error', msg: 'new' })}\n`);
  await until(() => printed.length === 2);
  await appendFile(one, '"msg":"rest"}\n');
  await until(() => printed.length === 3);
  await stop();

  expect(printed.map((text) => text.split(' ').at(-1)).sort()).toEqual(['new', 'odd', 'rest']);
});

test('a log that began anew is read from its beginning', async () => {
  const file = join(folder, 'again.log');
  await writeFile(file, `${line({ msg: 'a long line that stood there before' })}\n`);
  const printed: string[] = [];
  const { stop } = await followLogs(folder, {
    least: 'info',
    everyMs: 5,
    print: (text) => printed.push(text),
  });

  await writeFile(file, `${line({ msg: 'again' })}\n`);
  await until(() => printed.length === 1);
  await stop();

  expect(printed[0]).toMatch(/again$/);
});
