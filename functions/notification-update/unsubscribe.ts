import { escapeHtml } from '@zerodo/domain/mail/letter';
import { type Words, wordsFor } from '@zerodo/domain/mail/words';
import { unsubscribe } from '@zerodo/domain/notification-commands';
import { Rejected } from '@zerodo/domain/rejected';
import type { Config } from '@zerodo/runtime/config';
import { Document } from '@zerodo/runtime/document';
import { defineLink } from '@zerodo/runtime/link';
import { unsubscriberOf } from '@zerodo/runtime/unsubscribe-token';
import { knownPerson } from '@zerodo/store/preferences';
import { refuseMail } from '@zerodo/store/recipients';

/** @throws Rejected `link-invalid` */
function personIn(
  token: string,
  { ZERODO_SECRET_KEY: key, ZERODO_SECRET_KEY_BEFORE: before }: Config,
): string {
  for (const one of [key, before]) {
    const userId = one ? unsubscriberOf(token, one) : null;
    if (userId) return userId;
  }
  throw new Rejected('link-invalid', 'This address is not one that we gave out: open the mail again.');
}

/** A mail program that looks at every link must not end anything: only the button does. */
export const asksToUnsubscribe = defineLink({
  name: 'show-unsubscribe',
  accepts: unsubscribe,

  handle: ({ token }, { asPerson, config }) =>
    asPerson(personIn(token, config), async (tx) => {
      const { locale } = await knownPerson(tx, personIn(token, config));
      const words = wordsFor(locale);
      const { ask, button } = words.unsubscribed;
      const form = `<p>${ask}</p><form method="post"><button style="font:inherit;padding:8px 14px">${button}</button></form>`;
      return { result: page(words, form), events: [] };
    }),
});

/** What a mail program's one click posts, and the page's button. */
export const unsubscribes = defineLink({
  name: 'unsubscribe',
  accepts: unsubscribe,

  handle: ({ token }, { asPerson, config, now }) =>
    asPerson(personIn(token, config), async (tx) => {
      const userId = personIn(token, config);
      await refuseMail(tx, userId, now());
      const { locale } = await knownPerson(tx, userId);
      const words = wordsFor(locale);
      return { result: page(words, `<p>${words.unsubscribed.done}</p>`), events: [] };
    }),
});

const page = ({ language, unsubscribe: title }: Words, body: string): Document =>
  new Document(
    'text/html; charset=utf-8',
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title></head><body style="font:16px/1.5 system-ui,sans-serif;max-width:32rem;margin:15vh auto;padding:0 24px">${body}</body></html>\n`,
  );
