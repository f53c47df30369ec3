/**
 * What a migration says of a break, in a comment of its own:
 *
 *     -- contract: tasks.old_title is gone; unused since 0.3.0
 *     -- compatible: tasks_state_check on tasks refuses what was taken; no release ever wrote it
 *
 * A contract takes away what no release that may still run uses: `since` names the first that does without. What is compatible only
 * looks like a break, and the words after the semicolon say why.
 */
export type Marker = { file: string; kind: 'contract' | 'compatible'; broken: string; why: string };

/** The markers of a migration. */
export const markersOf = (file: string, text: string): Marker[] =>
  [...text.matchAll(/^ *-- (contract|compatible): (.*?)(?:; *(.*))?$/gm)].map(([, kind, broken, why]) => ({
    file,
    kind: kind as Marker['kind'],
    broken: broken!.trim(),
    why: why?.trim() ?? '',
  }));

/** What a contract names as the first release without the use of what goes; undefined where it names none. */
export const sinceOf = ({ why }: Marker): string | undefined => /^unused since (\S+)$/.exec(why)?.[1];

/**
 * What is left to be said of breaks and markers together.
 *
 * @param isReleased whether a version, or a commit, is one that the release before has in it
 */
export async function unexplained(
  breaks: readonly string[],
  markers: readonly Marker[],
  isReleased: (version: string) => Promise<boolean>,
): Promise<string[]> {
  const explained = new Set(markers.map(({ broken }) => broken));
  const findings = breaks
    .filter((broken) => !explained.has(broken))
    .map(
      (broken) =>
        `${broken}: the release before still needs it while it is replaced, and after a rollback. Expand now, contract one release later`,
    );
  for (const marker of markers) {
    const { file, kind, broken, why } = marker;
    const since = sinceOf(marker);
    if (!breaks.includes(broken)) findings.push(`${file}: nothing is explained by "${kind}: ${broken}"`);
    else if (kind === 'compatible' && why === '')
      findings.push(`${file}: "compatible: ${broken}" does not say why, behind a semicolon`);
    else if (kind === 'contract' && since === undefined)
      findings.push(`${file}: "contract: ${broken}" does not end with "; unused since <version>"`);
    else if (kind === 'contract' && !(await isReleased(since!)))
      findings.push(
        `${file}: ${since} is not released before this, so "contract: ${broken}" comes too early`,
      );
  }
  return findings;
}
