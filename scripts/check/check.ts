import type { ToolName } from '../tools/pins.ts';
import { toolPath } from '../tools/tools.ts';

/** What is found wrong, a sentence each; nothing when all is well. */
export type Findings = string[];

/** A check that has a name, and finds what is wrong. */
export type Check = { name: string; run: () => Promise<Findings> };

/** What a check needs and cannot have; the message says how to get it. */
export class LeftOut extends Error {}

/**
 * The path of a tool.
 *
 * @throws LeftOut where it can be neither found nor made
 */
export async function need(name: ToolName): Promise<string> {
  const { path, reason } = await toolPath(name);
  if (path === undefined) throw new LeftOut(reason);
  return path;
}
