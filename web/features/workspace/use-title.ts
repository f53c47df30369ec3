'use client';
import { useEffect } from 'react';

/** Names the tab after the view, with what is unread in front. */
export function useTitle(name: string, unread: number): void {
  useEffect(() => {
    document.title = `${unread > 0 ? `(${unread}) ` : ''}${name} · Zerodo`;
  }, [name, unread]);
}
