/** A row of the table that is printed. */
export const say = (...cells: string[]): void => console.log(`| ${cells.join(' | ')} |`);

/** The names of the columns. */
export function head(...cells: string[]): void {
  say(...cells);
  say(...cells.map(() => '---'));
}

export const ms = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`;

export const mib = (bytes: number): string => `${Math.round(bytes / 1024 ** 2)} MiB`;
