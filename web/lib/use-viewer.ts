'use client';
import { useEffect, useState } from 'react';
import { onClock, now as trueNow } from './clock.ts';
import type { Viewer } from './local-time.ts';
import { zoneCookie } from './zone-cookie.ts';

const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

const minute = 60_000;

/**
 * Where and when the page is looked at. It begins with what the server assumed, so that the first
 * paint agrees with it, then follows the clock from minute to minute: the browser's, put right by the
 * server's where it is wrong.
 */
export function useViewer(assumed: Viewer): Viewer {
  const [viewer, setViewer] = useState(assumed);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const look = () => {
      const now = trueNow();
      setViewer({ now, zone: ownZone() });
      clearTimeout(timer);
      timer = setTimeout(look, minute - (now % minute) + 50);
    };
    look();
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not everywhere yet
    document.cookie = `${zoneCookie}=${encodeURIComponent(ownZone())}; path=/; max-age=31536000; samesite=lax`;
    // A laptop that slept has missed its timers.
    document.addEventListener('visibilitychange', look);
    const forget = onClock(look);
    return () => {
      forget();
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, []);

  return viewer;
}
