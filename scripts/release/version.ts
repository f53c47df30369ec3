import { Complaint } from '../start/complaint.ts';

const parts = ['major', 'minor', 'patch'] as const;
type Part = (typeof parts)[number];

const numbersOf = (version: string): number[] | undefined =>
  /^\d+\.\d+\.\d+$/.test(version) ? version.split('.').map(Number) : undefined;

/** Whether one version comes before another (https://semver.org, without suffixes). */
export const isBefore = (one: string, other: string): boolean =>
  one.localeCompare(other, 'en', { numeric: true }) < 0;

/**
 * The version that is released next.
 *
 * @param said `major`, `minor`, `patch`, or a version
 * @param now the version that package.json has
 * @param last the version that was released last, if one was
 * @throws Complaint about what is none, or was there before
 */
export function nextVersion(said: string, now: string, last?: string): string {
  const version = parts.some((part) => part === said) ? raised(now, said as Part) : said;
  if (!numbersOf(version))
    throw new Complaint(`${said} is no version: say patch, minor, major, or one such as 1.2.3.`);
  if (last !== undefined && !isBefore(last, version))
    throw new Complaint(
      `${last} is released: the next version is a later one than that, and ${version} is not.`,
    );
  return version;
}

function raised(now: string, part: Part): string {
  const at = parts.indexOf(part);
  return numbersOf(now)!
    .map((number, index) => (index < at ? number : index === at ? number + 1 : 0))
    .join('.');
}
