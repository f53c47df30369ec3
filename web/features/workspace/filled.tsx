'use client';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, use } from 'react';
import { type FirstPaint, fillCache } from './first-paint.ts';

/** Puts what the server has read into the cache before anything inside asks for it. */
export function Filled({ first, children }: { first: Promise<FirstPaint>; children: ReactNode }) {
  fillCache(useQueryClient(), use(first));
  return children;
}
