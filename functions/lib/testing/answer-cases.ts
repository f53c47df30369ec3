// Prints what the rules answer to the public cases, for a test that runs it in processes with other time zones.
import {
  answerQuickAdd,
  answerRecurrence,
  answerReminder,
  quickAddCases,
  recurrenceCases,
  reminderCases,
} from './cases.ts';

const { now, timezone, cases } = quickAddCases();
console.log(
  JSON.stringify({
    offset: new Date(2026, 0, 1).getTimezoneOffset(),
    recurrence: recurrenceCases().map(answerRecurrence),
    reminders: reminderCases().map(answerReminder),
    quickAdd: cases.map((one) => answerQuickAdd(one, now, timezone)),
  }),
);
