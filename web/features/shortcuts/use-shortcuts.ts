'use client';
import { useEffect, useRef } from 'react';
import { areShortcutsOn } from './shortcut-setting.ts';

const typing = 'input, textarea, select, [contenteditable]';
const elsewhere = '[role="dialog"], [role="alertdialog"], [role="menu"]';

/** How long a key that begins a pair waits for the second one, in milliseconds. */
const patience = 1500;

/** Told the pressed key, or a pair as "g t", where no text is being typed; true when it was for it. */
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
    let begun: { key: string; at: number } | undefined;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      const target = event.target instanceof Element ? event.target : null;
      if (target?.closest(typing) || target?.closest(elsewhere)) return;
      if (event.key.length === 1 && !areShortcutsOn()) return;
      const first = begun && event.timeStamp - begun.at < patience ? begun.key : undefined;
      begun = !first && event.key === 'g' ? { key: 'g', at: event.timeStamp } : undefined;
      const key = first ? `${first} ${event.key}` : event.key;
      if (latest.current(key, event)) event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
