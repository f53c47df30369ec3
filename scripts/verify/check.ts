/** One thing that an installed system has to do. */
export type Check = {
  name: string;
  /** What is waited for, in words. */
  waitsFor: string;
  /** Seconds that it may take, with functions that start from zero. */
  within: number;
  /** Where to look when it fails: a function, a Trigger, a page of ours. */
  lookAt: string;
  /** Names of checks without which this one cannot be tried. */
  needs?: readonly string[];
  /** @returns what was found, in words; throws when it is not so */
  run: (signal: AbortSignal) => Promise<string>;
};

export type Line = {
  name: string;
  result: 'pass' | 'fail' | 'not tried';
  waitsFor: string;
  within: number;
  /** Seconds that it took. */
  took: number;
  /** What was found, or what went wrong. */
  found: string;
  /** Where to look next; only of what failed. */
  lookAt?: string;
};

/**
 * Does one check after the other and tells each line as it comes. A check whose needs failed is not tried; once `stopping` aborts
 * nothing is.
 */
export async function runChecks(
  checks: readonly Check[],
  tell: (line: Line) => void,
  stopping: AbortSignal,
): Promise<Line[]> {
  const lines: Line[] = [];
  for (const check of checks) {
    const missing = check.needs?.find((name) =>
      lines.some((one) => one.name === name && one.result !== 'pass'),
    );
    const line = stopping.aborted
      ? untried(check, 'stopped before it')
      : missing
        ? untried(check, `needs “${missing}”`)
        : await tried(check, stopping);
    lines.push(line);
    tell(line);
  }
  return lines;
}

const untried = ({ name, waitsFor, within }: Check, found: string): Line => ({
  name,
  result: 'not tried',
  waitsFor,
  within,
  took: 0,
  found,
});

async function tried({ name, waitsFor, within, lookAt, run }: Check, stopping: AbortSignal): Promise<Line> {
  const began = performance.now();
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(new Error(`waited ${within} s for ${waitsFor}`)), within * 1000);
  const took = () => Math.round((performance.now() - began) / 100) / 10;
  try {
    const found = await run(AbortSignal.any([late.signal, stopping]));
    return { name, result: 'pass', waitsFor, within, took: took(), found };
  } catch (error) {
    const reason = stopping.aborted
      ? 'stopped'
      : late.signal.aborted
        ? late.signal.reason.message
        : undefined;
    const more = (error as Error).message;
    const found = [reason, more === reason || stopping.aborted ? '' : more].filter(Boolean).join('; ');
    return { name, result: 'fail', waitsFor, within, took: took(), found, lookAt };
  } finally {
    clearTimeout(timer);
  }
}
