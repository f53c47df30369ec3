/** A commit, as `git log` tells it. */
export type Commit = { id: string; subject: string; body: string };

/** Where the sections of releases begin: the text before it stays at the top. */
const top = `# Changelog

What each release brings, from its commits; \`npm run release\` writes it. What breaks somebody stands first.
`;

/** What says that something breaks: a line of its own in a commit's body. */
const breaking = /^Breaking: (.+)$/gm;

const subjectShape = /^([a-z][\w.,/ -]*): (\S.*)$/;

/**
 * What a release brings: what breaks, then what each area has new, in the order in which it came about.
 *
 * @param commits the oldest first, since the release before
 */
export function section(version: string, date: string, commits: readonly Commit[], first = false): string {
  const head = `## ${version} (${date})`;
  if (first) return `${head}\n\nThe first release.\n`;
  const areas = new Map<string, string[]>();
  for (const { subject } of commits) {
    if (/^(release|Merge)\b/.test(subject)) continue;
    const [, area = 'other', sentence = subject] = subjectShape.exec(subject) ?? [];
    areas.set(area, [...(areas.get(area) ?? []), `- ${capital(sentence)}`]);
  }
  const breaks = commits.flatMap(({ body }) => [...body.matchAll(breaking)].map(([, what]) => `- ${what}`));
  return [
    head,
    ...(breaks.length > 0 ? [list('What breaks', breaks)] : []),
    ...[...areas]
      .sort(([one], [other]) => one.localeCompare(other))
      .map(([area, sentences]) => list(area, [...new Set(sentences)])),
  ]
    .join('\n\n')
    .concat('\n');
}

/** The changelog with a section more, the newest first. */
export function withSection(changelog: string, added: string): string {
  const at = changelog.indexOf('\n## ');
  const rest = at < 0 ? '' : changelog.slice(at);
  return `${top}\n${added}${rest}`;
}

/** What the changelog says of a version; undefined where it does not know it. */
export function sectionOf(changelog: string, version: string): string | undefined {
  const sections = changelog.split(/^(?=## )/m).slice(1);
  return sections.find((one) => one.startsWith(`## ${version} `))?.trim();
}

const list = (title: string, lines: string[]): string => `### ${title}\n\n${lines.join('\n')}`;
const capital = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);
