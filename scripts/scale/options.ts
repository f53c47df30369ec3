import { readArgs } from '../read-args.ts';
import { Complaint } from '../start/complaint.ts';

export type Options = {
  url: string;
  namespace: string;
  context?: string;
  /** Tasks that are made under load, and how many at a time. */
  tasks: number;
  atOnce: number;
};

const usage = 'npm run scale -- http://zerodo.localhost --namespace zerodo; docs/how-to/measure.md';

/** @throws Complaint about what is not understood */
export function readOptions(args: string[]): Options {
  const { values, positionals } = parsed(args);
  const [url, ...more] = positionals;
  if (!url || more.length > 0 || !URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new Complaint(`Say where people reach it, one address: ${usage}`);
  const number = (name: 'tasks' | 'at-once') => {
    const value = Number(values[name]);
    if (!Number.isInteger(value) || value < 1)
      throw new Complaint(`--${name} ${values[name]}: a number. ${usage}`);
    return value;
  };
  return {
    url: new URL(url).origin,
    namespace: values.namespace,
    ...(values.context && { context: values.context }),
    tasks: number('tasks'),
    atOnce: number('at-once'),
  };
}

const parsed = (args: string[]) =>
  readArgs(
    {
      args,
      allowPositionals: true,
      options: {
        namespace: { type: 'string', default: 'zerodo' },
        context: { type: 'string' },
        tasks: { type: 'string', default: '6000' },
        'at-once': { type: 'string', default: '60' },
      },
    },
    usage,
  );
