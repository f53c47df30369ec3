'use client';
import type { Filter } from '@zerodo/domain/filter';
import type { Label } from '@zerodo/domain/label';
import type { Project } from '@zerodo/domain/project';
import { useSyncExternalStore } from 'react';
import { newListeners } from '../../lib/listeners.ts';
import type { Conditions } from '../filters/conditions.ts';

/** A window over the page that anything may open; each is a script of its own. */
export type Wanted =
  | /** `about` are the tasks that are meant: selected, or the one that had the focus. */
  { kind: 'palette'; about: readonly string[] }
  /** Null makes a new one. */
  | { kind: 'project'; project: Project | null }
  | { kind: 'members'; project: Project }
  | { kind: 'archive' }
  | { kind: 'label'; label: Label }
  /** Null makes a new one, which begins with what is `asked`. */
  | { kind: 'filter'; filter: Filter | null; asked: Conditions }
  /** What could not be saved. */
  | { kind: 'refused' };

let wanted: Wanted | null = null;
const { subscribe, tell } = newListeners();

export function openWindow(next: Wanted | null): void {
  wanted = next;
  tell();
}

export const closeWindow = (): void => openWindow(null);

export const useWanted = (): Wanted | null =>
  useSyncExternalStore(
    subscribe,
    () => wanted,
    () => null,
  );
