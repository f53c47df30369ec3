import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{functions,scripts,web}/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', '**/.next/**', '.zerodo/**'],
    globalSetup: ['functions/lib/testing/global-setup.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
