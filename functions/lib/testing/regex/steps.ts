import { type Node, parsePattern } from './parse.ts';

type Next = (at: number) => boolean;

/** More than anybody would wait for. */
export class TooManySteps extends Error {}

/**
 * How many characters a backtracking engine looks at to search `text` for the first match: it goes the same ways as the
 * one in V8, without what that one does to be spared some of them.
 *
 * @throws TooManySteps beyond `limit`
 */
export function stepsOf(
  { source, flags }: { source: string; flags: string },
  text: string,
  limit: number,
): { steps: number; matched: boolean } {
  const whole = parsePattern(source, flags);
  const chars = flags.includes('u') || flags.includes('v') ? [...text] : text.split('');
  const captured: (string | undefined)[] = [];
  let steps = 0;

  const isWord = (at: number) => /\w/.test(chars[at] ?? '');
  const holds = (assert: string, at: number): boolean => {
    if (assert === '^') return at === 0 || (flags.includes('m') && chars[at - 1] === '\n');
    if (assert === '$') return at === chars.length || (flags.includes('m') && chars[at] === '\n');
    return (isWord(at - 1) !== isWord(at)) === (assert === '\\b');
  };

  /** Backwards, as within a lookbehind, the parts of a sequence are tried from its end. */
  function match(node: Node, at: number, next: Next, back = false): boolean {
    if (++steps > limit) throw new TooManySteps(source);
    switch (node.kind) {
      case 'char': {
        const char = chars[back ? at - 1 : at];
        return char !== undefined && node.matches(char) && next(back ? at - 1 : at + 1);
      }
      case 'assert':
        return holds(node.source, at) && next(at);
      case 'look':
        return match(node.body, at, () => true, !node.ahead) !== node.negative && next(at);
      case 'group':
        return match(node.body, at, (end) => withCapture(node.index, at, end, next), back);
      case 'back': {
        const said = [...(captured[node.index] ?? '')];
        return said.every((char, by) => chars[at + by] === char) && next(at + said.length);
      }
      case 'either':
        return node.options.some((option) => match(option, at, next, back));
      case 'sequence':
        return inOrder(back ? node.parts.toReversed() : node.parts, 0, at, next, back);
      case 'repeat':
        return again(node, 0, at, next, back);
    }
  }

  function withCapture(index: number | null, from: number, to: number, next: Next): boolean {
    if (index === null) return next(to);
    const before = captured[index];
    captured[index] = chars.slice(Math.min(from, to), Math.max(from, to)).join('');
    if (next(to)) return true;
    captured[index] = before;
    return false;
  }

  const inOrder = (parts: readonly Node[], part: number, at: number, next: Next, back: boolean): boolean =>
    part === parts.length
      ? next(at)
      : match(parts[part]!, at, (end) => inOrder(parts, part + 1, end, next, back), back);

  function again(
    node: Node & { kind: 'repeat' },
    count: number,
    at: number,
    next: Next,
    back: boolean,
  ): boolean {
    const more = () =>
      count < node.max &&
      match(
        node.body,
        at,
        // What matches nothing is not tried for ever.
        (end) => (end !== at || count < node.min) && again(node, count + 1, end, next, back),
        back,
      );
    if (count < node.min) return more();
    return node.lazy ? next(at) || more() : more() || next(at);
  }

  for (let from = 0; from <= chars.length; from++) {
    if (match(whole, from, () => true)) return { steps, matched: true };
  }
  return { steps, matched: false };
}
