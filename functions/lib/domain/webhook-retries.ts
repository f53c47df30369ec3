// How long a message to a webhook is tried again, and when the webhook itself is given up.

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** So many attempts follow each other as fast as the log's own back-off brings them: 1, 2, 4 seconds. */
const quick = 4;
const longest = 8 * hour;
/** A message is news for three days. */
const newsFor = 3 * day;
/** A webhook at which nothing arrived for five days, though it was tried so often, is switched off. */
const hopelessAfter = 5 * day;
const hopelessAttempts = 20;

/**
 * When a message is tried again after `attempts` failed ones: at once while they are few, then after
 * five minutes, ten, twenty and so on, never more than eight hours apart and never earlier than the
 * receiver asked (`retryAfter`, seconds). Null: no more, its three days are over.
 */
export function nextAttempt(
  { attempts, createdAt }: { attempts: number; createdAt: Date },
  now: Date,
  retryAfter = 0,
): Date | null {
  const pause = attempts < quick ? 0 : Math.min(longest, 5 * minute * 2 ** (attempts - quick));
  const next = now.getTime() + Math.max(pause, Math.min(retryAfter * 1000, longest));
  return next >= createdAt.getTime() + newsFor ? null : new Date(next);
}

/** Whether a webhook that keeps failing is switched off. */
export const isHopeless = (
  { failures, failingSince }: { failures: number; failingSince: Date },
  now: Date,
): boolean => failures >= hopelessAttempts && now.getTime() - failingSince.getTime() >= hopelessAfter;

/** Seconds that a `Retry-After` header asks for: a number, or a date (RFC 9110, 10.2.3); 0 for anything else. */
export function secondsOf(retryAfter: string | undefined, now: Date): number {
  if (retryAfter === undefined) return 0;
  const seconds = /^\s*\d+\s*$/.test(retryAfter)
    ? Number(retryAfter)
    : (Date.parse(retryAfter) - now.getTime()) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : 0;
}
