import { isTrouble, type Journey, shortType } from './journeys.ts';

/** Whether a journey is to be shown: an empty filter for all, `function <name>`, `type <type>`, `cold` or `trouble`. */
export function fits(filter: string, { functions, type, events, steps, cold, retries }: Journey): boolean {
  if (filter === '') return true;
  if (filter === 'cold') return cold > 0;
  if (filter === 'trouble') return retries > 0 || steps.some(isTrouble);
  const [kind, name] = filter.split(' ', 2) as [string, string];
  if (kind === 'function') return functions.includes(name) || events.some((event) => event.function === name);
  return type === name || events.some((event) => event.type === name);
}

/** What there is to choose from, by name. */
export function choicesIn(journeys: readonly Journey[]): { functions: string[]; types: [string, string][] } {
  const types = new Set(journeys.flatMap(({ type, events }) => [type, ...events.map((event) => event.type)]));
  return {
    functions: [...new Set(journeys.flatMap(({ functions }) => functions))].sort(),
    types: [...types].map((type): [string, string] => [type, shortType(type)]).sort(),
  };
}
