import { z } from 'zod';

const entryShape = z.object({
  version: z.string().optional(),
  license: z.string().optional(),
  integrity: z.string().optional(),
  /** Of a link: the folder of the workspace that it stands for. */
  resolved: z.string().optional(),
  link: z.boolean().default(false),
  dependencies: z.record(z.string(), z.string()).default({}),
});

/** package-lock.json, as far as an image needs to know it: what is installed, by its folder below the root. */
export const lockfileShape = z.object({ packages: z.record(z.string(), entryShape) });
export type Lockfile = z.infer<typeof lockfileShape>;

/** An installed package; `integrity` is the one of the lockfile, as in `sha512-…`. */
export type Package = { folder: string; name: string; version: string; license?: string; integrity?: string };

/** The installed packages that `files` (relative to the root) belong to; files of our own belong to none. */
export function packagesOf(lockfile: Lockfile, files: string[]): Package[] {
  const folders = files.flatMap(
    (file) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file) ?? [],
  );
  return described(lockfile, new Set(folders));
}

/**
 * Every package that a workspace may run: its dependencies and theirs, found as Node finds them. What is optional is left out,
 * which are compiled parts that differ by platform.
 */
export function dependenciesOf(lockfile: Lockfile, workspace: string): Package[] {
  const folders = new Set<string>();
  const follow = (from: string): void => {
    for (const name of Object.keys(lockfile.packages[from]?.dependencies ?? {})) {
      const found = locate(lockfile, from, name);
      if (found === undefined || folders.has(found)) continue;
      folders.add(found);
      follow(found);
    }
  };
  follow(workspace);
  return described(lockfile, folders);
}

/** Where a package is that `from` asks for, its own node_modules first, and what a link stands for. */
function locate({ packages }: Lockfile, from: string, name: string): string | undefined {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/')))) {
    const folder = [at, 'node_modules', name].filter(Boolean).join('/');
    const entry = packages[folder];
    if (entry) return entry.link ? entry.resolved : folder;
    if (at === '') return undefined;
  }
}

/** In the order of their names; workspaces are ours and are not listed. */
function described({ packages }: Lockfile, folders: Set<string>): Package[] {
  return [...folders]
    .filter((folder) => folder.includes('node_modules/'))
    .map((folder) => {
      const { version, license, integrity } = packages[folder] ?? {};
      if (!version) throw new Error(`${folder} is installed and not in package-lock.json: run npm ci.`);
      const name = folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);
      return { folder, name, version, ...(license && { license }), ...(integrity && { integrity }) };
    })
    .sort((a, b) => `${a.name}@${a.version}`.localeCompare(`${b.name}@${b.version}`, 'en'));
}
