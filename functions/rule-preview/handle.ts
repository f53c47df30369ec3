/**
 * Tells what a rule, a set of reminders or a line of words will come to, before anything is saved.
 *
 * in   POST /preview-recurrence, /preview-reminders, /parse-quick-add
 */
import { previewRecurrence, previewReminders } from '@zerodo/domain/preview';
import { quickAddParse, recurrencePreview, remindersPreview } from '@zerodo/domain/preview-schemas';
import { parseQuickAdd } from '@zerodo/domain/quick-add';
import { defineCalculation } from '@zerodo/runtime/query';

export default [
  defineCalculation({
    name: 'preview-recurrence',
    accepts: recurrencePreview,
    handle: previewRecurrence,
  }),
  defineCalculation({
    name: 'preview-reminders',
    accepts: remindersPreview,
    handle: previewReminders,
  }),
  defineCalculation({
    name: 'parse-quick-add',
    accepts: quickAddParse,
    handle: ({ text, now: written, timezone = 'UTC' }, { now }) =>
      parseQuickAdd(text, { now: written === undefined ? now() : new Date(written), timezone }),
  }),
];
