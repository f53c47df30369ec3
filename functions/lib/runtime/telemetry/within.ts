import { type Result, resultOf } from '../answer.ts';
import type { Definition } from '../definition.ts';
import type { Step } from '../trace.ts';
import { isOn } from './switch.ts';

/** Does `work` as this step, which ends with what came of it. */
export async function within(step: Step, work: () => Promise<Result>): Promise<Result> {
  if (!isOn()) return work();
  try {
    const result = await step.run(work);
    step.note({ 'zerodo.outcome': result.outcome });
    step.end();
    return result;
  } catch (error) {
    const result = resultOf(error);
    step.note({ 'zerodo.outcome': result.outcome, ...('code' in result && { 'error.type': result.code }) });
    step.end({ failed: 'cause' in result });
    throw error;
  }
}

/** Whether it is given events of the log. */
export const takesEvents = (
  definition: Definition,
): definition is Extract<Definition, { kind: 'reaction' | 'recorder' | 'delivery' }> =>
  ['reaction', 'recorder', 'delivery'].includes(definition.kind);

/** In the words of OpenTelemetry: what is done, and what with. */
export function stepName(definition: Definition, type: string): string {
  const short = type.replace(/^dev\.zerodo\.(command\.)?/, '').replace(/\.v\d+$/, '');
  if (definition.kind === 'tick') return 'tick';
  return takesEvents(definition) ? `process ${short}` : short;
}
