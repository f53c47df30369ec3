/** Which files say what version this is, and how each says it. Whatever else says it is generated from these. */

type Json = Record<string, unknown>;

/** Says the version itself, where nothing else of the file could look like it. */
const named =
  /^(helm\/zerodo\/values-[a-z]+\.yaml|helm\/examples\/argo-cd\.yaml|docs\/how-to\/build-images\.md)$/;
const manifest = /^([^/]+\/)*package\.json$/;

/** Whether a file, by its path in the project, says the version. */
export const saysVersion = (path: string): boolean =>
  path === 'package-lock.json' ||
  path === 'helm/zerodo/Chart.yaml' ||
  manifest.test(path) ||
  named.test(path);

/** The text of such a file with another version in place of the one it has. */
export function withVersion(path: string, text: string, now: string, next: string): string {
  if (path === 'package-lock.json') return lockWith(text, next);
  const version = RegExp.escape(now);
  if (manifest.test(path))
    return text
      .replace(new RegExp(`^(  "version": ")${version}"`, 'm'), (_, key) => `${key}${next}"`)
      .replaceAll(new RegExp(`("@zerodo/[a-z-]+": ")${version}"`, 'g'), (_, key) => `${key}${next}"`);
  if (path.endsWith('Chart.yaml'))
    return text.replaceAll(/^((?:appV|v)ersion: ).*$/gm, (_, key) => `${key}${next}`);
  return text.replaceAll(new RegExp(`(?<![\\d.])${version}(?![\\d.]*\\d)`, 'g'), next);
}

/** Of the lockfile only what is ours: other people's packages have versions of their own. */
function lockWith(text: string, next: string): string {
  const lock = JSON.parse(text) as Json & { packages: Record<string, Json> };
  lock.version = next;
  for (const [path, entry] of Object.entries(lock.packages)) {
    if (path.includes('node_modules/')) continue;
    if ('version' in entry) entry.version = next;
    const dependencies = entry.dependencies as Record<string, string> | undefined;
    for (const name of Object.keys(dependencies ?? {}))
      if (name.startsWith('@zerodo/')) dependencies![name] = next;
  }
  return `${JSON.stringify(lock, null, 2)}\n`;
}
