import { alone } from '../alone.mjs';
import { onPath } from '../on-path.ts';
import { find, folderOf } from './find.ts';
import { install } from './install.ts';
import { pin, type ToolName, toolsFor } from './pins.ts';

/** Where a tool is, or a sentence that says why there is none and what to do. */
export type Tool = { path: string; reason?: undefined } | { path?: undefined; reason: string };

const here = new Map<string, string>();
const asked = new Map<string, Promise<Tool>>();
let building: Promise<unknown> = Promise.resolve();

/** The tools that all checks together need. kubectl may be of any version: kustomize is all that is wanted of it. */
export const neededTools = (environment = process.env): ToolName[] =>
  toolsFor(onPath('kubectl', environment) !== undefined);

/** The path of a tool that is here already, in its pinned version. Makes nothing, so that a test can ask. */
export function toolHere(name: ToolName, environment = process.env): string | undefined {
  const key = folderOf(name, environment);
  const path = here.get(key) ?? find(name, environment);
  if (path !== undefined) here.set(key, path);
  return path;
}

/**
 * The path of a tool in its pinned version, which is built or fetched when it is not here. Programs of Go are built one after the
 * other: each uses every core, and the memory of two is too much for a small machine.
 */
export function toolPath(name: ToolName, environment = process.env): Promise<Tool> {
  const path = toolHere(name, environment);
  if (path !== undefined) return Promise.resolve({ path });
  const key = folderOf(name, environment);
  const answer = asked.get(key) ?? inTurn(name, environment);
  asked.set(key, answer);
  return answer;
}

function inTurn(name: ToolName, environment: NodeJS.ProcessEnv): Promise<Tool> {
  if ('pip' in pin(name).from) return get(name, folderOf(name, environment), environment);
  const turn = building.then(() => get(name, 'go', environment));
  building = turn;
  return turn;
}

/** Whoever waited for another process finds what that one made. */
const get = (name: ToolName, lock: string, environment: NodeJS.ProcessEnv): Promise<Tool> =>
  alone(`tools ${lock}`, 'making the tools of the checks', async () => {
    const reason = toolHere(name, environment) === undefined ? await install(name, environment) : undefined;
    const path = toolHere(name, environment);
    if (path !== undefined) return { path };
    return { reason: reason ?? `${name} was made, but ${folderOf(name, environment)} is without it.` };
  });
