// What notifications say, by language. A language is a table; whoever has none of ours reads English.
import type { Due } from '../due.ts';
import type { NotificationKind } from '../notification.ts';

type Naming = { title: string; actor: string };

export type Words = {
  language: string;
  subjects: Record<NotificationKind, (about: Naming) => string>;
  somebody: string;
  due: (moment: string) => string;
  late: (planned: string) => string;
  open: string;
  why: string;
  unsubscribe: string;
  testBody: string;
  hello: (name: string) => string;
  digest: { overdue: string; today: string; tomorrow: string; more: (count: number) => string };
  unsubscribed: { ask: string; button: string; done: string };
};

const english: Words = {
  language: 'en',
  subjects: {
    reminder: ({ title }) => `Reminder: ${title}`,
    'due-soon': ({ title }) => `Due soon: ${title}`,
    overdue: ({ title }) => `Overdue: ${title}`,
    'task-created': ({ title, actor }) => `${actor} added “${title}”`,
    'task-updated': ({ title, actor }) => `${actor} changed “${title}”`,
    'task-completed': ({ title, actor }) => `${actor} completed “${title}”`,
    digest: () => 'Your day',
    test: () => 'A test from Zerodo',
    'webhook-off': ({ title }) => `A webhook was switched off: ${title}`,
    invitation: ({ title, actor }) => `${actor} invites you to “${title}”`,
  },
  somebody: 'Somebody',
  due: (moment) => `Due ${moment}`,
  late: (planned) => `This comes late: it was meant for ${planned}.`,
  open: 'Open in Zerodo',
  why: 'Zerodo sends you this because your settings ask for it.',
  unsubscribe: 'Unsubscribe from e-mail',
  testBody: 'It works: notifications reach you here.',
  hello: (name) => (name ? `Hello ${name},` : 'Hello,'),
  digest: {
    overdue: 'Overdue',
    today: 'Today',
    tomorrow: 'Tomorrow',
    more: (count) => `and ${count} more`,
  },
  unsubscribed: {
    ask: 'Stop all e-mail from Zerodo to you?',
    button: 'Stop e-mail',
    done: 'No more e-mail will come. You can turn it on again in the settings.',
  },
};

const german: Words = {
  language: 'de',
  subjects: {
    reminder: ({ title }) => `Erinnerung: ${title}`,
    'due-soon': ({ title }) => `Bald fällig: ${title}`,
    overdue: ({ title }) => `Überfällig: ${title}`,
    'task-created': ({ title, actor }) => `${actor} hat „${title}“ angelegt`,
    'task-updated': ({ title, actor }) => `${actor} hat „${title}“ geändert`,
    'task-completed': ({ title, actor }) => `${actor} hat „${title}“ erledigt`,
    digest: () => 'Dein Tag',
    test: () => 'Ein Test von Zerodo',
    'webhook-off': ({ title }) => `Ein Webhook wurde abgeschaltet: ${title}`,
    invitation: ({ title, actor }) => `${actor} lädt dich zu „${title}“ ein`,
  },
  somebody: 'Jemand',
  due: (moment) => `Fällig ${moment}`,
  late: (planned) => `Das kommt verspätet: Es war für ${planned} gedacht.`,
  open: 'In Zerodo öffnen',
  why: 'Zerodo schickt dir das, weil deine Einstellungen es so sagen.',
  unsubscribe: 'E-Mail abbestellen',
  testBody: 'Es geht: Benachrichtigungen erreichen dich hier.',
  hello: (name) => (name ? `Hallo ${name},` : 'Hallo,'),
  digest: {
    overdue: 'Überfällig',
    today: 'Heute',
    tomorrow: 'Morgen',
    more: (count) => `und ${count} weitere`,
  },
  unsubscribed: {
    ask: 'Keine E-Mails mehr von Zerodo an dich?',
    button: 'E-Mail abbestellen',
    done: 'Es kommen keine E-Mails mehr. In den Einstellungen lassen sie sich wieder einschalten.',
  },
};

const tables = [english, german];

/** The table of a locale such as `de-AT`. */
export const wordsFor = (locale: string | null): Words =>
  tables.find(({ language }) => locale?.toLowerCase().split(/[-_]/)[0] === language) ?? english;

/** An instant on the clock of `timezone`, in words: Monday, 30 November at 16:00. */
export const momentInWords = (at: Date, timezone: string, { language }: Words): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    timeZone: timezone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
  }).format(at);

/** When something is due, for somebody in `timezone`: a whole day by its date, a time on the person's own clock. */
export function dueInWords(due: Due, dueAt: Date, timezone: string, words: Words): string {
  if (due.time !== null) return momentInWords(dueAt, timezone, words);
  const language = words.language === 'en' ? 'en-GB' : words.language;
  return new Intl.DateTimeFormat(language, {
    timeZone: 'UTC',
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  }).format(new Date(`${due.date}T00:00:00Z`));
}
