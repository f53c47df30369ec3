import type { QueryClient } from '@tanstack/react-query';
import type { QuickAdd } from '@zerodo/domain/preview-schemas';
import { call } from '../../lib/api.ts';
import { projectList, projectNamed } from '../projects/project-queries.ts';
import { masked } from './ignored.ts';
import { creation, type Line, needsMeaning } from './new-task.ts';

/** A line of words with when and where it was written: "tomorrow" means the day after that. */
export type WrittenLine = Line & {
  zone: string;
  /** Milliseconds since 1970. */
  at: number;
  /** Where it is known already. */
  meaning?: QuickAdd;
};

/** A line that leaves within this still means what it says. */
const soonEnough = 30_000;

/**
 * What is sent for a line. It may have waited for days: then the words are read as of when they were written.
 *
 * @throws Refused, TypeError where they have to be read and nothing answers
 */
export async function bodyOf(
  client: QueryClient,
  id: string,
  line: WrittenLine,
  now: number,
): Promise<object> {
  const { text, ignored, zone, at } = line;
  const waited = now - at > soonEnough;
  const read = () =>
    call<QuickAdd>('POST', '/quick-add/parse', {
      body: { text: masked(text, ignored).text, timezone: zone, now: new Date(at).toISOString() },
    });
  const parsed = line.meaning ?? (waited || needsMeaning(line) ? await read() : undefined);
  const projects = client.getQueryData(projectList.queryKey);
  const named = (name: string) => projectNamed(projects, name)?.id;
  return creation(line, parsed, { id, zone, projectNamed: named, waited });
}
