import { createHmac, timingSafeEqual } from 'node:crypto';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Names a person and proves that we wrote it; whoever holds it may turn that person's mail off, and no more. */
export function unsubscribeToken(userId: string, secretKey: string): string {
  const proof = createHmac('sha256', secretKey).update(`zerodo unsubscribe v1 ${userId}`);
  return `${userId}.${proof.digest('base64url')}`;
}

/** The person whom a token names; null for what we never gave out. */
export function unsubscriberOf(token: string, secretKey: string): string | null {
  const [userId = ''] = token.split('.', 1);
  if (!uuid.test(userId)) return null;
  // Letter by letter: several ways to write it decode to the same bytes.
  const [given, right] = [Buffer.from(token), Buffer.from(unsubscribeToken(userId, secretKey))];
  return given.length === right.length && timingSafeEqual(given, right) ? userId : null;
}
