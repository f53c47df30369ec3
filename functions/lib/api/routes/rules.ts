import {
  quickAddAnswer,
  quickAddParse,
  recurrencePreview,
  recurrencePreviewAnswer,
  remindersPreview,
  remindersPreviewAnswer,
} from '@zerodo/domain/preview-schemas';
import type * as z from 'zod';
import type { Route } from '../route.ts';

const preview = (
  path: string,
  name: string,
  summary: string,
  body: z.ZodType,
  answers: z.ZodType,
): Route => ({
  method: 'POST',
  path,
  summary,
  function: 'rule-preview',
  ask: name,
  body,
  answers,
  arguments: (parts) => parts.body,
});

export const ruleRoutes: readonly Route[] = [
  preview(
    '/recurrence/preview',
    'preview-recurrence',
    'The next occurrences of a rule',
    recurrencePreview,
    recurrencePreviewAnswer,
  ),
  preview(
    '/reminders/preview',
    'preview-reminders',
    'When reminders fire',
    remindersPreview,
    remindersPreviewAnswer,
  ),
  preview('/quick-add/parse', 'parse-quick-add', 'What a line of words means', quickAddParse, quickAddAnswer),
];
