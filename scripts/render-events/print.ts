/** Columns, as biome.json has them. */
const width = 110;

/** JSON as the formatter leaves it: lists of plain values on one line where they fit. */
export function print(value: object): string {
  const text = JSON.stringify(value, null, 2);
  const lists = /^( *)(.*)\[\n((?:\s+(?:"(?:[^"\\]|\\.)*"|[\w.+-]+),?\n)+)\s*\](,?)$/gm;
  const inline = text.replace(
    lists,
    (whole, indent: string, before: string, items: string, comma: string) => {
      const line = `${indent}${before}[${items.trim().replace(/,\n\s*/g, ', ')}]${comma}`;
      return line.length <= width ? line : whole;
    },
  );
  return `${inline}\n`;
}
