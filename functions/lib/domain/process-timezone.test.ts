import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { quickAddCases, recurrenceCases, reminderCases } from '@zerodo/testing/cases';
import { describe, expect, it } from 'vitest';

const script = fileURLToPath(import.meta.resolve('@zerodo/testing/answer-cases'));

async function answersIn(zone: string) {
  const { stdout } = await promisify(execFile)(process.execPath, [script], {
    env: { ...process.env, TZ: zone, NODE_OPTIONS: '' },
  });
  return JSON.parse(stdout);
}

describe('the public cases', () => {
  it.each([
    ['America/Los_Angeles', 480],
    ['Asia/Kolkata', -330],
  ])('are answered the same by a process in %s', async (zone, minutesFromUtc) => {
    const { offset, recurrence, reminders, quickAdd } = await answersIn(zone);

    expect(offset).toBe(minutesFromUtc);
    expect(recurrence.map((all: { utc: string }[]) => all.map(({ utc }) => utc))).toEqual(
      recurrenceCases().map(({ expected }) => expected),
    );
    expect(reminders).toEqual(reminderCases().map(({ expected_utc }) => expected_utc));
    expect(quickAdd).toMatchObject(
      quickAddCases().cases.map(({ id, text, note, source, lang, error, ...fields }) =>
        error ? { error } : fields,
      ),
    );
  });
});
