import type { Prepared } from './prepared.ts';
export const textOf = (_p: Prepared, _mode: string): string => '';
