import { type Observed, observed } from '@zerodo/domain/observed';
import { send } from '@zerodo/runtime/http-json';
import { Unavailable } from '@zerodo/store/unavailable';

/** A cluster has a collector for this: see docs/how-to/see-it-run.md. */
const nothing: Observed = { on: false, everySeconds: 0, traces: [], metrics: [] };

/**
 * What the runner of this machine has kept; nothing where it keeps nothing.
 *
 * @throws Unavailable when it does not answer
 */
export async function readFrom(url: string | undefined, trace?: string): Promise<Observed> {
  if (!url) return nothing;
  const asked = trace ? `${url}/?trace=${trace}` : url;
  const { status, body } = await send(asked, { method: 'GET', timeout: 5_000 }).catch((cause) => {
    throw new Unavailable('What was observed cannot be read just now.', { cause });
  });
  if (status !== 200) throw new Unavailable('What was observed cannot be read just now.');
  return observed.parse(JSON.parse(body.toString()));
}
