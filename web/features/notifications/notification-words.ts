import type { Notification } from '@zerodo/domain/notification';
import { inSentence, type LocalMoment, momentInWords, type Viewer, wallClock } from '../../lib/local-time.ts';
import type { NotificationWords } from '../../words/use-notification-words.ts';
import type { Words } from '../../words/words.ts';

/** The first moment of a day stands for the whole day. */
function dueOf(dueAt: string, zone: string): LocalMoment {
  const { date, time } = wallClock(dueAt, zone);
  return { date, time: time === '00:00' ? null : time };
}

/** What a notification is about: "Due tomorrow 16:00", "Completed by Ana", "Invitation". */
export function aboutInWords(
  item: Notification,
  { now, zone }: Viewer,
  words: Words,
  said: NotificationWords,
): string {
  const { kinds, by, due } = said;
  if (item.actor) return by(kinds[item.kind], item.actor.name ?? words.tasks.somebody);
  if (!item.dueAt) return kinds[item.kind];
  const moment = momentInWords(dueOf(item.dueAt, zone), wallClock(now, zone).date, words);
  return item.kind === 'reminder' || item.kind === 'due-soon'
    ? due(inSentence(moment, words))
    : `${kinds[item.kind]} · ${due(inSentence(moment, words))}`;
}
