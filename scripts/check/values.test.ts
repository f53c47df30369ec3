import { beforeAll, describe, expect, it } from 'vitest';
import { eachAtMost } from '../build/each-at-most.ts';
import { toolHere } from '../tools/tools.ts';
import { wrongValues } from './mutations/values.ts';
import { refusals } from './policy.ts';
import { type Rendering, render } from './renderings.ts';
import { misfits } from './schemas.ts';

const tools = ['helm', 'conftest', 'kubeconform', 'kubernetes-schemas'] as const;
const here = process.env.CI === 'true' || tools.every((name) => toolHere(name) !== undefined);

describe.skipIf(!here)('values of production', () => {
  /** Who noticed what was done, by what was done. */
  const noticed = new Map<string, string[]>();

  beforeAll(async () => {
    const rendered: { done: string; rendering: Rendering }[] = [];
    await eachAtMost(3, wrongValues, async ({ done, set }) => {
      try {
        rendered.push({ done, rendering: await render({ set }) });
      } catch (error) {
        noticed.set(done, [String(error)]);
      }
    });
    // Most of each rendering is as it should be, and known to fit.
    const right = new Set((await render()).objects.map((object) => JSON.stringify(object)));
    const [refused, misfitting] = await Promise.all([
      refusals(rendered.map(({ rendering }) => rendering)),
      misfits(
        rendered.map(({ rendering }) =>
          rendering.objects.filter((object) => !right.has(JSON.stringify(object))),
        ),
      ),
    ]);
    for (const [index, { done }] of rendered.entries())
      noticed.set(done, [...refused[index]!.map(({ rule }) => rule), ...misfitting[index]!]);
  });

  it.each(wrongValues)('are refused when $done', ({ done }) => {
    expect(noticed.get(done)).not.toEqual([]);
    expect(noticed.get(done)?.join(' ')).not.toMatch(/TypeError|could not judge/);
  });
});
