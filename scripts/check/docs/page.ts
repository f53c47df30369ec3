/** A fenced block: what stands behind the three marks, and what is in it. */
export type Block = { info: string; text: string; line: number };

/** A page as the checks see it. */
export type Page = {
  /** Relative to the project, as in `docs/README.md`. */
  path: string;
  /** Without what `npm run generate` writes between its marks: that is checked where it is made. */
  blocks: Block[];
  /** Inline code of the text, with its whitespace made one. */
  inline: string[];
  /** What links and pictures lead to, as they are written. */
  links: string[];
  /** What `#…` may name. */
  anchors: Set<string>;
};

const generated = /<!-- generated -->[\s\S]*?<!-- end -->/g;
const fence = /^( *)```([^\n]*)\n([\s\S]*?)^ *```[ \t]*$/gm;
const link = /\]\(<?([^)\s>]+)>?(?: "[^"]*")?\)|(?:src|srcset|href)="([^"]+)"/g;

const emptied = (text: string): string => text.replace(/[^\n]/g, '');

/** As GitHub makes an anchor of a heading. */
const slug = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[^\p{L}\p{N}\p{M}_ -]/gu, '')
    .replace(/ /g, '-');

function anchorsOf(text: string): Set<string> {
  const seen = new Map<string, number>();
  const anchors = new Set([...text.matchAll(/<a (?:name|id)="([^"]+)"/g)].map(([, name]) => name!));
  for (const [, heading] of text.matchAll(/^#{1,6} +(.+?) *#*$/gm)) {
    const name = slug(heading!);
    const before = seen.get(name) ?? 0;
    seen.set(name, before + 1);
    anchors.add(before === 0 ? name : `${name}-${before}`);
  }
  return anchors;
}

/** Reads a page of Markdown. Lines are counted from one. */
export function pageOf(path: string, whole: string): Page {
  const written = whole.replace(generated, emptied);
  const blocks = [...written.matchAll(fence)].map(({ 1: indent, 2: info, 3: text, index }) => ({
    info: info!.trim(),
    text: text!.replaceAll(new RegExp(`^ {0,${indent!.length}}`, 'gm'), ''),
    line: written.slice(0, index).split('\n').length,
  }));
  const prose = whole.replace(fence, emptied);
  const spoken = prose.replace(/`[^`]*`/g, emptied);
  return {
    path,
    blocks,
    inline: [...written.replace(fence, emptied).matchAll(/`([^`]+)`/g)].map(([, code]) =>
      code!.replace(/\s+/g, ' ').trim(),
    ),
    links: [...spoken.matchAll(link)].map(([, target, source]) => (target ?? source)!),
    anchors: anchorsOf(prose),
  };
}
