/** One call of a program, word by word, without assignments before it and without where its input and output go. */
export type Call = string[];

const keywords = new Set(['do', 'done', 'then', 'else', 'fi', 'if', 'while', '!', '{', '}', 'time']);
const heredoc = /<<-?\s*['"]?(\w+)['"]?(.*)\n[\s\S]*?^\s*\1\s*$/gm;
const operators = ['&&', '||', ';', '|', '&', '\n', '(', ')'];

/** Every call in a piece of shell, those within `$(…)` too: as much of the language as documentation uses. */
export function callsIn(text: string): Call[] {
  const calls: Call[] = [];
  let call: Call = [];
  let word: string | undefined;
  const source = text.replace(/\\\n\s*/g, ' ').replace(heredoc, '$2\n');

  const endWord = () => {
    if (word !== undefined) call.push(word);
    word = undefined;
  };
  const endCall = () => {
    endWord();
    const clean = withoutFrame(call);
    if (clean.length > 0) calls.push(clean);
    call = [];
  };

  for (let at = 0; at < source.length; ) {
    const rest = source.slice(at);
    const operator = operators.find((one) => rest.startsWith(one));
    if (rest.startsWith('$(')) {
      const inner = parenthesized(source, at + 1);
      calls.push(...callsIn(inner));
      word = `${word ?? ''}$(…)`;
      at += inner.length + 3;
    } else if (rest[0] === "'" || rest[0] === '"') {
      const [quoted, length] = readQuoted(rest);
      if (rest[0] === '"') for (const inner of substitutions(quoted)) calls.push(...callsIn(inner));
      word = (word ?? '') + quoted;
      at += length;
    } else if (rest[0] === '#' && word === undefined) {
      const end = rest.indexOf('\n');
      at += end === -1 ? rest.length : end;
    } else if (operator && !/[<>]$/.test(word ?? '')) {
      endCall();
      at += operator.length;
    } else if (/\s/.test(rest[0]!)) {
      endWord();
      at += 1;
    } else {
      word = (word ?? '') + rest[0];
      at += 1;
    }
  }
  endCall();
  return calls;
}

/** What stands between the parenthesis at `open` and its partner. */
function parenthesized(source: string, open: number): string {
  let depth = 0;
  for (let at = open; at < source.length; at++) {
    if (source[at] === '(') depth++;
    if (source[at] === ')' && --depth === 0) return source.slice(open + 1, at);
  }
  return source.slice(open + 1);
}

function substitutions(quoted: string): string[] {
  const found: string[] = [];
  for (let at = quoted.indexOf('$('); at !== -1; at = quoted.indexOf('$(', at + 2))
    found.push(parenthesized(quoted, at + 1));
  return found;
}

/** A quoted part without its quotes, and how long it is with them. */
function readQuoted(rest: string): [string, number] {
  let depth = 0;
  for (let at = 1; at < rest.length; at++) {
    if (rest[0] === '"' && rest[at] === '$' && rest[at + 1] === '(') depth++;
    else if (depth > 0 && rest[at] === ')') depth--;
    else if (depth === 0 && rest[at] === rest[0]) return [rest.slice(1, at), at + 1];
  }
  return [rest.slice(1), rest.length];
}

/** Without keywords and assignments before it, redirections, and the head of a `for`. */
function withoutFrame(call: Call): Call {
  if (call[0] === 'for' || call[0] === 'in') return [];
  const from = call.findIndex((word) => !keywords.has(word) && !/^\w+=/.test(word));
  if (from === -1) return [];
  const kept: Call = [];
  for (let at = from; at < call.length; at++) {
    if (/^\d?(>>?|<)&?\d?$/.test(call[at]!)) at += /&\d$/.test(call[at]!) ? 0 : 1;
    else if (!/^\d?(>>?|<)/.test(call[at]!)) kept.push(call[at]!);
  }
  return kept;
}
