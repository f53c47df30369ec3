import { describe } from 'vitest';
import { toolHere } from '../../tools/tools.ts';

/** As `describe`, where there is a helm; a machine of ours that checks always has one. */
export function withHelm(name: string, tests: () => void): void {
  const missing = toolHere('helm') === undefined && process.env.CI !== 'true';
  describe.skipIf(missing)(missing ? `${name} (skipped: \`npm run tools\` gets helm)` : name, tests);
}
