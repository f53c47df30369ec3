import { type Node, parsePattern } from './parse.ts';
import { stepsOf, TooManySteps } from './steps.ts';

type Regex = { source: string; flags: string };

const pool = [
  ...' \t\n\r\0',
  ...'azAZ09_',
  ...'-+*/\\\'"`.,;:!?@#$%&|()[]{}<>=~^',
  ...'äßéö中\u00a0\u200b\u0301',
];

/** A character for each way in which the parts of the pattern tell characters apart, and what a part is written as. */
function telling(node: Node): string[] {
  const parts: (Node & { kind: 'char' })[] = [];
  const visit = (one: Node): void => {
    if (one.kind === 'char') parts.push(one);
    else if ('body' in one) visit(one.body);
    else if (one.kind === 'sequence') one.parts.forEach(visit);
    else if (one.kind === 'either') one.options.forEach(visit);
  };
  visit(node);
  const all = [
    ...new Set([...parts.flatMap(({ source }) => (source.length === 1 ? [source] : [])), ...pool]),
  ];
  const classes = new Map<string, string>();
  for (const char of all) {
    const how = parts.map((part) => (part.matches(char) ? '1' : '0')).join('');
    if (!classes.has(how)) classes.set(how, char);
  }
  return [...classes.values()];
}

/** So many ways to tell characters apart are tried with each other. */
const most = 10;

/**
 * By which power of its length the work for a text grows at the worst that was found: 1 for a pattern that looks at each
 * character a few times. Infinity where doubling the text goes beyond all bounds.
 */
export function growthOf(regex: Regex, length = 40): { power: number; text: string } {
  const pattern = parsePattern(regex.source, regex.flags);
  if (!repeats(pattern)) return { power: 1, text: '' };
  const signs = telling(pattern).slice(0, most);
  const pumps = [...signs, ...signs.flatMap((one) => signs.map((other) => one + other))];
  let worst = { power: 0, text: '' };
  for (const pump of pumps) {
    for (const before of ['', ...signs]) {
      const text = (n: number) => `${before}${pump.repeat(n / pump.length)}\u{1}`;
      const power = powerOf(regex, text, length);
      if (power > worst.power) worst = { power, text: text(6) };
    }
  }
  return worst;
}

/** What has no end of its own may be looked at from each place of a text again and again. */
function repeats(node: Node): boolean {
  if (node.kind === 'repeat' && node.max > few) return true;
  if ('body' in node) return repeats(node.body);
  return ('parts' in node ? node.parts : 'options' in node ? node.options : []).some(repeats);
}

const few = 8;
const limit = 200_000;

function powerOf(regex: Regex, text: (n: number) => string, length: number): number {
  try {
    const [one, two] = [stepsOf(regex, text(length), limit), stepsOf(regex, text(2 * length), limit)];
    return Math.log2(two.steps / one.steps);
  } catch (error) {
    if (error instanceof TooManySteps) return Number.POSITIVE_INFINITY;
    throw error;
  }
}
