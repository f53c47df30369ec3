import { type ClassValue, clsx } from 'clsx';
import { twMerge } from 'tailwind-merge';

/** Joins classes; of two that say the same thing the later one holds. */
export const cn = (...classes: ClassValue[]): string => twMerge(clsx(classes));
