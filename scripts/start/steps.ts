/** Shows what happens and how long it took, one line a step. */
export type Steps = <T>(name: string, work: () => Promise<T>, detail?: (result: T) => string) => Promise<T>;

/** A step quicker than this shows only its end when the output is not a terminal. */
const PATIENCE_MS = 700;

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;

/**
 * Runs one step after the other; stops waiting for one as soon as `signal` aborts, so that Ctrl-C is answered at once
 * whatever the step is doing. What a step began is undone by whoever began it.
 */
export function showSteps(out: NodeJS.WriteStream, signal: AbortSignal): Steps {
  return async (name, work, detail = () => '') => {
    signal.throwIfAborted();
    const began = performance.now();
    const begin = () => out.write(out.isTTY ? `  … ${name}` : `  … ${name}\n`);
    const patience = out.isTTY ? undefined : setTimeout(begin, PATIENCE_MS);
    if (out.isTTY) begin();
    try {
      const result = await Promise.race([work(), aborted(signal)]);
      const more = detail(result);
      out.write(
        `${out.isTTY ? '\r' : ''}  ✓ ${name} (${seconds(performance.now() - began)})${more && `  ${more}`}\n`,
      );
      return result;
    } catch (error) {
      out.write(`${out.isTTY ? '\r' : ''}  ✗ ${name}\n`);
      throw error;
    } finally {
      clearTimeout(patience);
    }
  };
}

const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
