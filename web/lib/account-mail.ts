import { createTransport } from 'nodemailer';
import type { Config } from './config.ts';
import { log } from './identity-log.ts';

type Letter = { subject: string; why: string; button: string; otherwise: string };

const letters = {
  confirm: {
    subject: 'Confirm your e-mail address',
    why: 'Reminders and your daily overview can be sent to this address once you have confirmed that it is yours.',
    button: 'Confirm',
    otherwise: 'If you have no account with Zerodo, ignore this: nothing will be sent to you.',
  },
  reset: {
    subject: 'Choose a new password',
    why: 'Somebody, probably you, asked for a new password. The link is good for an hour and for one time.',
    button: 'Choose a password',
    otherwise: 'If that was not you, ignore this: your password stays as it is.',
  },
} as const satisfies Record<string, Letter>;

const patience = {
  dnsTimeout: 10_000,
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 20_000,
};
/** All of it, however lively the server. */
const longestMs = 60_000;

type SmtpError = Error & { code?: string; responseCode?: number };

/** What a mail server says holds the address that it was about, and a log holds none. */
const saidBy = ({ code, responseCode, name }: SmtpError): string => String(responseCode ?? code ?? name);

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/**
 * Mails about the account itself, where a mail server is set up: without one nobody is asked to
 * confirm an address, and a forgotten password stays forgotten. Nobody waits for the mail server, so
 * that how long an answer takes does not tell whether an address is known.
 */
export function accountMail(
  { ZERODO_SMTP_URL: smtp, ZERODO_MAIL_FROM: from }: Config,
  onReset: (userId: string) => PromiseLike<unknown>,
) {
  const emailAndPassword = { enabled: true, minPasswordLength: 10 };
  if (!smtp || !from) return { emailAndPassword };

  const send = (to: string, letter: Letter, url: string): void => {
    // In the transport's options: what stands beside the address there is for mails, and ignored.
    const settings = { url: smtp, ...patience, disableFileAccess: true, disableUrlAccess: true };
    const transport = createTransport(settings as object);
    const signal = AbortSignal.timeout(longestMs);
    transport
      .sendMail({ from, to: { name: '', address: to }, signal, ...written(letter, url) })
      .catch((error: SmtpError) => log('error', `mail could not be sent (${saidBy(error)})`))
      .finally(() => transport.close());
  };
  return {
    emailVerification: {
      sendOnSignUp: true,
      expiresIn: 24 * 60 * 60,
      sendVerificationEmail: async ({ user, url }: Mailed) => send(user.email, letters.confirm, url),
    },
    emailAndPassword: {
      ...emailAndPassword,
      // Whoever knew the old one is out.
      revokeSessionsOnPasswordReset: true,
      onPasswordReset: async ({ user }: { user: { id: string } }) => void (await onReset(user.id)),
      sendResetPassword: async ({ user, url }: Mailed) => send(user.email, letters.reset, url),
    },
  };
}

type Mailed = { user: { email: string }; url: string };

const written = ({ subject, why, button, otherwise }: Letter, url: string) => ({
  subject,
  text: `${why}\n\n${button}: ${url}\n\n${otherwise}\n`,
  html: `<p>${escaped(why)}</p><p><a href="${escaped(url)}">${escaped(button)}</a></p><p>${escaped(otherwise)}</p>`,
  headers: { 'Auto-Submitted': 'auto-generated' },
});
