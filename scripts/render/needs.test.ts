import { type Definition, neededSettings } from '@zerodo/runtime/definition';
import { describe, expect, it } from 'vitest';
import { functions } from './functions.ts';

const databases = { ZERODO_APP_DATABASE_URL: 'app', ZERODO_WORKER_DATABASE_URL: 'worker' } as const;

describe('helm/zerodo/values.yaml gives', () => {
  it.each(functions)('$name what it needs, and lets it reach that', async ({ name, ...shape }) => {
    const { default: all } = await import(`../../functions/${name}/handle.ts`);
    const definitions = [all].flat() as Definition[];
    const needed = neededSettings(definitions);
    const calls = shape.calls ?? [];

    const roles = Object.entries(databases).flatMap(([setting, role]) =>
      needed.includes(setting as never) ? role : [],
    );
    expect(shape.databases).toEqual(expect.arrayContaining(roles));
    expect(calls.includes('web')).toBe(
      needed.some((one) => one === 'ZERODO_JWKS_URL' || one === 'ZERODO_WEB_URL'),
    );
    // Whoever commits an event wakes the relay.
    if (definitions.some(({ kind }) => kind === 'command')) expect(calls).toContain('functions');
    if (needed.includes('ZERODO_FUNCTION_URL')) expect(calls).toContain('functions');
    if (shape.follows) expect(calls).toContain('kafka');
  });
});
