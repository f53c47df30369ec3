// As much of ECMAScript's patterns as we use; a character class or an escape is left to the engine itself.

export type Node =
  | { kind: 'char'; matches: (char: string) => boolean; source: string }
  | { kind: 'assert'; source: '^' | '$' | '\\b' | '\\B' }
  | { kind: 'look'; ahead: boolean; negative: boolean; body: Node }
  | { kind: 'group'; index: number | null; body: Node }
  | { kind: 'back'; index: number }
  | { kind: 'repeat'; body: Node; min: number; max: number; lazy: boolean }
  | { kind: 'sequence'; parts: Node[] }
  | { kind: 'either'; options: Node[] };

/** @throws Error about what it does not read */
export function parsePattern(source: string, flags: string): Node {
  let [at, groups] = [0, 0];
  const names: string[] = [];
  const own = flags.replace(/[gyd]/g, '');

  const taken = (expected: string): boolean => {
    if (!source.startsWith(expected, at)) return false;
    at += expected.length;
    return true;
  };

  const charOf = (written: string): Node => {
    const one = new RegExp(`^(?:${written})$`, own);
    const known = new Map<string, boolean>();
    const matches = (char: string): boolean => {
      const before = known.get(char);
      if (before !== undefined) return before;
      known.set(char, one.test(char));
      return known.get(char)!;
    };
    return { kind: 'char', matches, source: written };
  };

  function either(): Node {
    const options = [sequence()];
    while (taken('|')) options.push(sequence());
    return options.length === 1 ? options[0]! : { kind: 'either', options };
  }

  function sequence(): Node {
    const parts: Node[] = [];
    while (at < source.length && source[at] !== '|' && source[at] !== ')') parts.push(repeated(atom()));
    return { kind: 'sequence', parts };
  }

  function repeated(body: Node): Node {
    const [found, sign, min = '', comma, max = ''] =
      /^(?:([*+?])|\{(\d+)(,?)(\d*)\})/.exec(source.slice(at)) ?? [];
    if (found === undefined) return body;
    at += found.length;
    const lazy = taken('?');
    const range = { '*': [0, Infinity], '+': [1, Infinity], '?': [0, 1] }[sign ?? ''];
    const [least, most] = range ?? [Number(min), max ? Number(max) : comma ? Infinity : Number(min)];
    return { kind: 'repeat', body, min: least!, max: most!, lazy };
  }

  function atom(): Node {
    for (const assert of ['^', '$', '\\b', '\\B'] as const)
      if (taken(assert)) return { kind: 'assert', source: assert };
    if (taken('(')) return grouped();
    const back = /^\\(?:k<(\w+)>|([1-9]\d*))/.exec(source.slice(at));
    if (back) {
      at += back[0].length;
      return { kind: 'back', index: back[1] ? names.indexOf(back[1]) : Number(back[2]) };
    }
    const [written] =
      /^(?:\[(?:\\.|[^\]\\])*\]|\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\\u[\da-fA-F]{4}|\\x[\da-fA-F]{2}|\\c[A-Za-z]|\\.|[^\\()|])/su.exec(
        source.slice(at),
      ) ?? [];
    if (written === undefined) throw new Error(`${source}: not read at ${at}`);
    at += written.length;
    return charOf(written);
  }

  function grouped(): Node {
    for (const [sign, ahead, negative] of [
      ['?=', true, false],
      ['?!', true, true],
      ['?<=', false, false],
      ['?<!', false, true],
    ] as const) {
      if (taken(sign)) return { kind: 'look', ahead, negative, body: closed() };
    }
    if (taken('?:')) return { kind: 'group', index: null, body: closed() };
    const [named, name] = /^\?<(\w+)>/.exec(source.slice(at)) ?? [];
    at += named?.length ?? 0;
    const index = ++groups;
    if (name) names[index] = name;
    return { kind: 'group', index, body: closed() };
  }

  function closed(): Node {
    const body = either();
    if (!taken(')')) throw new Error(`${source}: a group that does not end`);
    return body;
  }

  const whole = either();
  if (at < source.length) throw new Error(`${source}: not read at ${at}`);
  return whole;
}
