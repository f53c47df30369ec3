import type { Digest } from '@zerodo/domain/mail/digest-letter';
import type { Undelivered } from '@zerodo/domain/mail/undelivered';
import type { PushTarget } from '@zerodo/store/push-targets';

/** Where a notification goes; for a mail of the day, what there is to say that day. */
export type To =
  | { channel: 'email'; address: string; digest: Digest | null }
  | { channel: 'push'; browser: PushTarget };

/** One attempt of the ledger to send one notification. */
export type Work = {
  id: string;
  attempt: number;
  message: Undelivered;
  projectId: string | null;
  late: boolean;
} & To;

export type Mail = Extract<Work, { channel: 'email' }>;
export type Push = Extract<Work, { channel: 'push' }>;
