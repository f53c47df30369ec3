import { ask } from './ask.ts';

/** What git says, or nothing where it knows nothing. */
export async function git(...args: string[]): Promise<string | undefined> {
  const answer = await ask('git', args).catch(() => undefined);
  return answer?.status === 0 ? answer.said.trim() : undefined;
}

const found = async (...args: string[]): Promise<string[]> => {
  const said = await git(...args);
  return said === undefined ? [] : [said];
};

/** Where this branch left the main one: it may break new things of its own. On the main one, the last two commits. */
export async function commitsBefore(): Promise<string[]> {
  const [head] = await found('rev-parse', '--verify', '--quiet', 'HEAD');
  if (!head) return [];
  const left = [
    ...(await found('merge-base', 'HEAD', 'origin/main')),
    ...(await found('merge-base', 'HEAD', 'main')),
  ];
  return left.some((commit) => commit !== head)
    ? left.filter((commit) => commit !== head)
    : [head, ...(await found('rev-parse', '--verify', '--quiet', 'HEAD^'))];
}

/** The tag of the release that was made last before the current commit. */
export const lastRelease = (): Promise<string | undefined> =>
  git('describe', '--tags', '--abbrev=0', '--match', 'v[0-9]*.[0-9]*.[0-9]*');

/** The text of a file in a commit; undefined where it has none. */
export const fileAt = (commit: string, path: string): Promise<string | undefined> =>
  git('show', `${commit}:${path}`);
