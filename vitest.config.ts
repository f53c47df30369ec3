import { defineConfig } from 'vitest/config';

const walks = 'web/e2e/**/*.e2e.test.ts';

const common = {
  exclude: ['**/node_modules/**', '**/.next/**', '.zerodo/**'],
  // A fact that is waited for may need a function to start on a busy machine first.
  expect: { poll: { timeout: 15_000 } },
  hookTimeout: 60_000,
};

export default defineConfig({
  test: {
    globalSetup: ['functions/lib/testing/global-setup.ts'],
    // A whole Zerodo is stopped at the end.
    teardownTimeout: 30_000,
    projects: [
      {
        test: {
          ...common,
          name: 'tests',
          include: ['{functions,scripts,web}/**/*.test.{ts,tsx}'],
          exclude: [...common.exclude, walks],
          // The long ones wait for a broker and whole Zerodos: on two cores two at a time take two thirds of the time.
          maxWorkers: 2,
          testTimeout: 20_000,
        },
      },
      {
        test: {
          ...common,
          name: 'walks',
          include: [walks],
          // One Zerodo for all of them, after the other tests: a browser needs the machine. Much of a walk is waiting, so three
          // at a time keep two cores busy.
          globalSetup: ['web/e2e/global-setup.ts'],
          sequence: { groupOrder: 1 },
          maxWorkers: 3,
          // Each story has people and browsers of its own; starting a process for each file costs a minute and more.
          isolate: false,
          // A change does not wait for a walk that was disturbed: it is walked once more, and the report says so. Locally it fails.
          retry: process.env.CI === 'true' ? 1 : 0,
          // Every function starts from nothing at first, perhaps on a machine that does much else besides.
          testTimeout: 240_000,
        },
      },
    ],
  },
});
