import { type Measured, median, middle } from './load.ts';
import { ms, say } from './say.ts';

export const rounds = 3;

/** The middle one of three rounds of `work`, with the round's baseline, which is called `of`, taken just before it. */
export async function compare(
  name: string,
  work: () => Promise<Measured>,
  baseline?: () => Promise<Measured>,
  of = 'a pair',
): Promise<void> {
  const results: Measured[] = [];
  const shares: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const base = await baseline?.();
    const result = await work();
    results.push(result);
    if (base) shares.push(result.perSecond / base.perSecond);
  }
  const { perSecond, p50, p95, p99, errors } = middle(results);
  say(
    name,
    `${perSecond.toFixed(0)}/s`,
    ms(p50),
    ms(p95),
    ms(p99),
    String(errors),
    baseline ? `${(median(shares) * 100).toFixed(0)} % of ${of}` : '–',
  );
}
