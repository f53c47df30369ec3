import { createHmac, timingSafeEqual } from 'node:crypto';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const proofOf = (userId: string, secretKey: string): Buffer =>
  createHmac('sha256', secretKey).update(`zerodo unsubscribe v1 ${userId}`).digest();

/** Names a person and proves that we wrote it; whoever holds it may turn that person's mail off, and no more. */
export const unsubscribeToken = (userId: string, secretKey: string): string =>
  `${userId}.${proofOf(userId, secretKey).toString('base64url')}`;

/** The person whom a token names; null for what we never gave out. */
export function unsubscriberOf(token: string, secretKey: string): string | null {
  const [userId = '', proof = ''] = token.split('.');
  if (!uuid.test(userId)) return null;
  const given = Buffer.from(proof, 'base64url');
  const right = proofOf(userId, secretKey);
  return given.length === right.length && timingSafeEqual(given, right) ? userId : null;
}
