import type { Commands } from './commands.ts';

/** What a deploy has to do with the world. */
export type World = {
  commands: Commands;
  say: (line: string) => void;
  pause: (seconds: number) => Promise<void>;
  now: () => Date;
};
