import { randomUUID } from 'node:crypto';
import { expect, it, vi } from 'vitest';
import { alone } from './alone.mjs';

it('lets one work after the other, and says that it waits', async () => {
  const said = vi.spyOn(console, 'log').mockImplementation(() => {});
  const what = randomUUID();
  const steps: string[] = [];
  let finish = () => {};
  const first = alone(what, 'installing', async () => {
    steps.push('first begins');
    await new Promise<void>((resolve) => {
      finish = resolve;
    });
    steps.push('first ends');
  });

  const second = alone(what, 'installing', async () => steps.push('second'));
  await vi.waitFor(() => expect(said).toHaveBeenCalledWith('  … another process is installing'));
  finish();
  await Promise.all([first, second]);

  expect(steps).toEqual(['first begins', 'first ends', 'second']);
  said.mockRestore();
});

it('is free again after a failure', async () => {
  const what = randomUUID();

  await expect(alone(what, 'failing', () => Promise.reject(new Error('no')))).rejects.toThrow('no');

  await expect(alone(what, 'working', async () => 'done')).resolves.toBe('done');
});
