import { calendarPart } from '@zerodo/domain/mail/calendar-part';
import { digestLetter } from '@zerodo/domain/mail/digest-letter';
import { notificationLetter } from '@zerodo/domain/mail/notification-letter';
import type { Config } from '@zerodo/runtime/config';
import type { Attempt } from '@zerodo/runtime/delivery';
import { unsubscribeToken } from '@zerodo/runtime/unsubscribe-token';
import type { Mail } from './work.ts';

type Settings = { smtp: string; from: string; publicUrl: string; secretKey: string };

/** Of silence. In the transport's options: what stands beside the address there is for mails, and ignored. */
const timeouts = {
  dnsTimeout: 10_000,
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 20_000,
};
/**
 * All of it, however lively the server: under the function's time and the lease of an attempt, or a
 * second one would begin while the first still runs.
 */
const patienceMs = 45_000;

/**
 * Sends a mail. Its Message-ID is the notification's, so that a mail server or a person sees a
 * repetition for what it is (RFC 5322 3.6.4); what people wrote reaches no header but as an encoded
 * word of one line; nothing is attached that stands in a file or at an address.
 */
export async function mail(
  work: Mail,
  { config, now }: { config: Config; now: () => Date },
  patience = patienceMs,
): Promise<Attempt> {
  const settings = settingsOf(config);
  if (!settings) return { outcome: 'again', reason: 'No mail server is set up.', retryAfter: 60 };
  const { smtp, from, publicUrl, secretKey } = settings;
  const { message, digest, late } = work;
  const token = unsubscribeToken(message.userId, secretKey);
  const unsubscribeUrl = `${publicUrl}/api/v1/unsubscribe?token=${token}`;
  const links = { publicUrl, unsubscribeUrl };
  const letter = digest
    ? digestLetter(digest, message.person, links)
    : notificationLetter(message, late, links);
  const calendar = calendarPart(message, now(), publicUrl);
  const { createTransport } = await import('nodemailer');
  const transport = createTransport({
    url: smtp,
    ...timeouts,
    disableFileAccess: true,
    disableUrlAccess: true,
  } as object);
  try {
    await transport.sendMail({
      ...letter,
      signal: AbortSignal.timeout(patience),
      from,
      to: { name: '', address: work.address },
      messageId: `<${work.id}@${new URL(publicUrl).hostname}>`,
      // RFC 8058: one click of the mail program and nothing more ends it.
      list: { unsubscribe: { url: unsubscribeUrl, comment: '' } },
      headers: { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click', 'Auto-Submitted': 'auto-generated' },
      disableFileAccess: true,
      disableUrlAccess: true,
      ...(calendar && {
        attachments: [
          {
            filename: 'task.ics',
            // Its lines end as RFC 5545 has them, and not as a mail's do.
            contentTransferEncoding: 'base64' as const,
            content: calendar,
            contentType: 'text/calendar; charset=utf-8; method=PUBLISH',
          },
        ],
      }),
    });
    return { outcome: 'done' };
  } catch (error) {
    return troubleOf(error as { code?: string; responseCode?: number; command?: string });
  } finally {
    transport.close();
  }
}

function settingsOf(config: Config): Settings | null {
  const { ZERODO_SMTP_URL: smtp, ZERODO_MAIL_FROM: from } = config;
  const { ZERODO_PUBLIC_URL: publicUrl, ZERODO_SECRET_KEY: secretKey } = config;
  if (!smtp || !from || !publicUrl || !secretKey) return null;
  return { smtp, from, publicUrl: publicUrl.replace(/\/$/, ''), secretKey };
}

/** A 5xx for this mail is the server's last word (RFC 5321 4.2.1); all else may pass, wrong passwords included. */
function troubleOf({
  code,
  responseCode = 0,
  command,
}: {
  code?: string;
  responseCode?: number;
  command?: string;
}): Attempt {
  const aboutTheMail = command !== 'CONN' && !command?.startsWith('AUTH') && code !== 'EAUTH';
  if (responseCode >= 500 && aboutTheMail) {
    return { outcome: 'failed', reason: `The mail server refused it for good (${responseCode}).` };
  }
  if (code === 'EAUTH')
    return { outcome: 'again', reason: 'The mail server refuses name and password.', retryAfter: 60 };
  const said = responseCode > 0 ? ` (${responseCode})` : code ? ` (${code})` : '';
  return { outcome: 'again', reason: `The mail server does not take it just now${said}.` };
}
