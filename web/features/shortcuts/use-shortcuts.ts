'use client';
import { useEffect, useRef } from 'react';
import { areShortcutsOn } from './shortcut-setting.ts';

const typing = 'input, textarea, select, [contenteditable]';
const elsewhere = '[role="dialog"], [role="alertdialog"], [role="menu"]';

/** Told the pressed key where no text is being typed and no modifier is held; true when it was for it. */
type Handler = (key: string, event: KeyboardEvent) => boolean;

/**
 * Single-key shortcuts for the page. They are silent while somebody types and inside windows, which
 * have keys of their own, and can be turned off for who speaks to the computer (WCAG 2.1.4).
 */
export function useShortcuts(handle: Handler): void {
  const latest = useRef(handle);
  useEffect(() => {
    latest.current = handle;
  });

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      const target = event.target instanceof Element ? event.target : null;
      if (target?.closest(typing) || target?.closest(elsewhere)) return;
      if (event.key.length === 1 && !areShortcutsOn()) return;
      if (latest.current(event.key, event)) event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
