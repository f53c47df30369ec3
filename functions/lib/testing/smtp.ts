import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll } from 'vitest';

export type TestSmtp = {
  url: () => string;
  /** What arrived at an address, as a mail program would read it. */
  mailTo: (address: string) => Email[];
  /** What the server answers to the next mails: a reply code of 4xx or 5xx, or nothing to take them. */
  answers: (code: number | null) => void;
};

/** A mail server of the test's own. */
export function testSmtp(): TestSmtp {
  const mails: { to: string; mail: Email }[] = [];
  let refusal: number | null = null;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_, __, done) =>
      done(refusal ? Object.assign(new Error('not here'), { responseCode: refusal }) : null),
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        PostalMime.parse(Buffer.concat(chunks)).then((mail) => {
          for (const { address } of envelope.rcptTo) mails.push({ to: address, mail });
          done();
        }, done);
      });
    },
  });
  beforeAll(() => new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening)));
  afterAll(() => new Promise<void>((closed) => server.close(closed)));
  return {
    url: () => `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    mailTo: (address) => mails.filter(({ to }) => to === address).map(({ mail }) => mail),
    answers: (code) => {
      refusal = code;
    },
  };
}
