import { data } from './data.ts';
import { frame } from './frame.ts';
import { passkeys } from './passkeys.ts';
import { profile } from './profile.ts';
import { reminders } from './reminders.ts';
import { secondFactor } from './second-factor.ts';
import { tokens } from './tokens.ts';
import { webhooks } from './webhooks.ts';

/** What the settings say in English; its shape is what every language has to say. */
export const settingsEnglish = { frame, profile, secondFactor, passkeys, reminders, tokens, webhooks, data };
