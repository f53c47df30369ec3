import { type RunningZerodo, startZerodo } from '@zerodo/testing/zerodo';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Person, throwAway } from '../verify/person.ts';
import { makeTasks, warmHop } from './api.ts';

const never = new AbortController().signal;
let zerodo: RunningZerodo;
let person: Person;
beforeAll(async () => {
  zerodo = await startZerodo();
  person = throwAway(zerodo.url);
  await person.come(never);
});
afterAll(async () => {
  await person?.leave(never);
  await zerodo?.stop();
});

it('makes tasks, and hears of each of them', async () => {
  const { measured, heard, eventsPerSecond } = await makeTasks(zerodo.url, person, { tasks: 40, atOnce: 5 });
  expect(measured).toMatchObject({ errors: 0 });
  expect(measured.p95).toBeGreaterThan(0);
  expect(heard).toBe(40);
  expect(eventsPerSecond).toBeGreaterThan(0);
});

it('tells what a function costs beyond the gateway', async () => {
  expect(await warmHop(zerodo.url, person, 20)).toBeGreaterThan(0);
});
