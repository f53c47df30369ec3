import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { runs } from '../on-path.ts';
import { pin, type ToolName } from './pins.ts';

type Environment = NodeJS.ProcessEnv;

/** Where tools are kept once they are had, each in a folder of its version: another version never stands in the way. */
export function folderOf(name: ToolName, environment: Environment): string {
  const cache = environment.XDG_CACHE_HOME || join(environment.HOME ?? homedir(), '.cache');
  return join(cache, 'zerodo', 'tools', `${name}-${pin(name).version}`);
}

/** Where the tool's file is in its folder. */
export function fileOf(name: ToolName): string {
  const { from } = pin(name);
  return 'pip' in from ? from.file : name;
}

/** The path of a tool of the right version that is here already: in the cache, where Go puts its own, or on the PATH. */
export function find(name: ToolName, environment: Environment): string | undefined {
  const kept = join(folderOf(name, environment), fileOf(name));
  if (existsSync(kept)) return kept;
  if (pin(name).says === '') return undefined;
  return placesOf(environment)
    .map((folder) => join(folder, name))
    .find((path) => runs(path) && isOfVersion(name, path, environment));
}

function placesOf(environment: Environment): string[] {
  const { GOBIN, GOPATH, HOME, PATH = '' } = environment;
  const gopath = GOPATH?.split(delimiter)[0] ?? join(HOME ?? homedir(), 'go');
  return [GOBIN ?? join(gopath, 'bin'), ...PATH.split(delimiter)].filter((folder) => folder !== '');
}

/** What `go install` makes does not know its own version when it is asked, but Go writes module and version into the file. */
function isOfVersion(name: ToolName, path: string, environment: Environment): boolean {
  const { version, asks, says, from, least } = pin(name);
  if ('go' in from && readFileSync(path).includes(`mod\t${from.module}\t${version}\t`)) return true;
  const { status, stdout, stderr } = spawnSync(path, asks, {
    encoding: 'utf8',
    env: environment,
    timeout: 10_000,
  });
  const said = `${stdout}${stderr}`;
  return status === 0 && (namesVersion(said, says) || (least !== undefined && isFrom(said, least, says)));
}

function namesVersion(text: string, version: string): boolean {
  return new RegExp(`(?<![0-9.])${RegExp.escape(version)}(?![0-9]|\\.[0-9])`).test(text);
}

/** Whether the first version in a text lies between two. */
function isFrom(text: string, least: string, most: string): boolean {
  const [found] = /\d+\.\d+\.\d+/.exec(text) ?? [];
  return found !== undefined && !isOlder(found, least) && !isOlder(most, found);
}

const isOlder = (one: string, other: string): boolean =>
  one.localeCompare(other, 'en', { numeric: true }) < 0;
