import { expect, it } from 'vitest';
import { Gate } from './gate.ts';

it('lets in as many as it was opened for, and the others when it is opened again', async () => {
  const gate = new Gate();
  let inside = 0;
  const all = Promise.all(Array.from({ length: 5 }, () => gate.enter().then((open) => open && inside++)));

  gate.open(2);
  await gate.empty();
  await Promise.resolve();
  expect(inside).toBe(2);

  gate.open(1);
  gate.close();
  await all;
  expect(inside).toBe(3);
});

it('lets in all of those that come over a while, and no more', async () => {
  const gate = new Gate();
  await gate.openOver(7, 60);
  gate.close();

  const admitted = await Promise.all(Array.from({ length: 10 }, () => gate.enter()));

  expect(admitted.filter(Boolean)).toHaveLength(7);
});
