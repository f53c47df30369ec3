import { z } from 'zod';
import { Complaint } from '../start/complaint.ts';
import type { Commands } from './commands.ts';
import type { Counts } from './judge.ts';
import type { Objective } from './objectives.ts';
import type { Options, Prometheus } from './options.ts';
import { inContext } from './services.ts';

const answer = z.object({
  status: z.literal('success'),
  data: z.discriminatedUnion('resultType', [
    z.object({
      resultType: z.literal('vector'),
      result: z.array(z.object({ value: z.tuple([z.number(), z.string()]) })),
    }),
    z.object({ resultType: z.literal('scalar'), result: z.tuple([z.number(), z.string()]) }),
  ]),
});

/** A Prometheus that is asked by kubectl, through the API server. */
export type Asked = {
  /** One number; what nobody has counted is 0. */
  number: (query: string, at?: Date) => Promise<number>;
  /** What an objective has to say of the `seconds` before a moment; now, where none is named. */
  counts: (objective: Objective, seconds: number, at?: Date) => Promise<Counts>;
};

export function prometheus(
  { ask }: Commands,
  { context }: Options,
  { namespace, service, port }: Prometheus,
): Asked {
  const number = async (query: string, at?: Date): Promise<number> => {
    const path = `/api/v1/namespaces/${namespace}/services/${service}:${port}/proxy/api/v1/query`;
    const asked = new URLSearchParams({ query, ...(at && { time: String(at.getTime() / 1000) }) });
    const said = await ask(
      nothing,
      'kubectl',
      'get',
      '--raw',
      `${path}?${asked}`,
      ...inContext('--context', context),
    );
    const { data, error } = answer.safeParse(safe(said));
    if (error)
      throw new Complaint(
        `${namespace}/${service}:${port} does not answer as a Prometheus does: ${said.slice(0, 200)}`,
      );
    const value = Number(
      data.data.resultType === 'scalar' ? data.data.result[1] : (data.data.result[0]?.value[1] ?? 0),
    );
    return Number.isFinite(value) ? value : 0;
  };
  return {
    number,
    async counts({ total, good }, seconds, at) {
      const span = `${Math.max(Math.ceil(seconds), 60)}s`;
      const all = await number(total(span), at);
      return { total: all, bad: all === 0 ? 0 : Math.max(0, all - (await number(good(span), at))) };
    },
  };
}

const nothing = '{"status":"success","data":{"resultType":"vector","result":[]}}';

function safe(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
