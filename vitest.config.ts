import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{functions,scripts,web}/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', '**/.next/**', '.zerodo/**'],
    globalSetup: ['functions/lib/testing/global-setup.ts'],
    // The long ones wait for a broker, a browser and whole Zerodos: on two cores two at a time take two thirds of the time.
    maxWorkers: 2,
    // A fact that is waited for may need a function to start on a busy machine first.
    expect: { poll: { timeout: 15_000 } },
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
