import type { Account } from '@zerodo/testing/zerodo';

/**
 * One of each, and the configuration that has their ids in every path: what is asked for by chance is never there, so that
 * without this nothing would be seen of what the API answers about it.
 */
export async function realThings({ call }: Account): Promise<string> {
  const made = async (path: string, body: object): Promise<{ id: string }> => {
    const { status, json } = await call('POST', path, body);
    if (status >= 300) throw new Error(`POST ${path} answered ${status}: ${JSON.stringify(json)}`);
    return json;
  };
  const due = { date: '2030-01-01', time: '09:00', timezone: 'Europe/Berlin' };
  const recurrence = { rrules: ['FREQ=DAILY'] };
  const things = {
    tasks: await made('/tasks', { title: 'Water the plants', due, recurrence, labels: ['home'] }),
    series: await made('/series', { title: 'Rent', due, recurrence: { rrules: ['FREQ=MONTHLY'] } }),
    projects: await made('/projects', { name: 'Home', sections: ['Kitchen'] }),
  };
  return Object.entries(things)
    .map(
      ([noun, { id }]) => `[[operations]]
include-path-regex = "^/api/v1/${noun}/"
parameters = { "path.id" = "${id}" }
`,
    )
    .join('\n');
}
