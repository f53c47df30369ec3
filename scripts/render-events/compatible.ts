/** Whether the events of now can be read by whoever read those that are committed, and the other way round. */
import { ask } from '../check/ask.ts';
import type { Check, Findings } from '../check/check.ts';
import { commitsBefore } from '../check/history.ts';
import { breaksOf } from './breaks.ts';
import { renderSchemas } from './main.ts';

const folder = 'kafka/events/';
type Files = Record<string, string>;

/** Where the schemas of now differ from earlier ones so that somebody cannot read events any more. */
export function compared(before: Files, now: Files): Findings {
  return Object.entries(before).flatMap(([name, text]) => {
    const type = name.replace(/\.json$/, '');
    const schema = now[name];
    if (schema === undefined)
      return [
        `${type} is gone: events of it are in the history and read again, so leave it in the catalogue.`,
      ];
    const breaks = breaksOf(JSON.parse(text), JSON.parse(schema));
    if (breaks.length === 0) return [];
    const next = type.replace(/\d+$/, (version) => String(Number(version) + 1));
    return [`${type}: ${breaks.join(', ')}. Make it a v2: a new type ${next} beside this one.`];
  });
}

/** The schemas that a commit has; none where it has no such folder. */
async function schemasAt(commit: string): Promise<Files> {
  const { said } = await ask('git', ['ls-tree', '--name-only', commit, folder]);
  const paths = said.split('\n').filter((path) => path.endsWith('.json'));
  const read = async (path: string) =>
    [path.slice(folder.length), (await ask('git', ['show', `${commit}:${path}`])).said] as const;
  return Object.fromEntries(await Promise.all(paths.map(read)));
}

async function compatible(): Promise<Findings> {
  const known = await commitsBefore();
  if (known.length === 0) console.log('  no history of git here, so nothing that events could break with');
  const now = renderSchemas();
  const findings = await Promise.all(known.map(async (commit) => compared(await schemasAt(commit), now)));
  return [...new Set(findings.flat())];
}

export const eventChecks: Check[] = [{ name: 'events as they were (compatibility)', run: compatible }];
