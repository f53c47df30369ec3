import { filter, filterList, filterQuery } from '@zerodo/domain/filter';
import * as flow from '@zerodo/domain/flow';
import { importAnswer } from '@zerodo/domain/import';
import * as labels from '@zerodo/domain/label';
import * as notifications from '@zerodo/domain/notification';
import * as previews from '@zerodo/domain/preview-schemas';
import * as projects from '@zerodo/domain/project';
import * as queries from '@zerodo/domain/queries';
import { coming, comingList, seriesPage } from '@zerodo/domain/series-queries';
import { seriesView } from '@zerodo/domain/series-schema';
import * as settings from '@zerodo/domain/settings';
import * as stats from '@zerodo/domain/stats';
import { task, taskReminder } from '@zerodo/domain/task';
import * as webhooks from '@zerodo/domain/webhook';
import type * as z from 'zod';
import { problem } from '../problem.ts';
import { emptyBody } from '../route.ts';

/** What things are called in the description; a body or an answer that is not here is called after its operation. */
export const nouns = new Map<z.ZodType, string>([
  [task, 'Task'],
  [taskReminder, 'TaskReminder'],
  [problem, 'Problem'],
  [emptyBody, 'Nothing'],
  [queries.taskPage, 'TaskPage'],
  [queries.historyPage, 'HistoryPage'],
  [queries.historyEntry, 'HistoryEntry'],
  [seriesView, 'Series'],
  [seriesPage, 'SeriesPage'],
  [coming, 'ComingOccurrence'],
  [comingList, 'ComingOccurrences'],
  [projects.project, 'Project'],
  [projects.projectPage, 'ProjectPage'],
  [projects.member, 'Member'],
  [projects.memberPage, 'MemberPage'],
  [projects.invitation, 'Invitation'],
  [projects.newInvitation, 'NewInvitation'],
  [projects.invitationPage, 'InvitationPage'],
  [projects.receivedInvitation, 'ReceivedInvitation'],
  [projects.receivedInvitationPage, 'ReceivedInvitationPage'],
  [labels.label, 'Label'],
  [labels.changedLabel, 'ChangedLabel'],
  [labels.labelPage, 'LabelPage'],
  [filter, 'Filter'],
  [filterQuery, 'FilterQuery'],
  [filterList, 'FilterList'],
  [stats.stats, 'Stats'],
  [stats.counted, 'Counts'],
  [notifications.notification, 'Notification'],
  [notifications.notificationPage, 'NotificationPage'],
  [notifications.channelState, 'ChannelState'],
  [notifications.channelList, 'ChannelList'],
  [settings.settings, 'Preferences'],
  [settings.pushSubscription, 'PushSubscription'],
  [settings.pushSubscriptionList, 'PushSubscriptionList'],
  [settings.pushKey, 'PushKey'],
  [settings.removed, 'Removed'],
  [webhooks.webhook, 'Webhook'],
  [webhooks.webhookWithSecret, 'WebhookWithSecret'],
  [webhooks.webhookList, 'WebhookList'],
  [webhooks.webhookDelivery, 'WebhookDelivery'],
  [webhooks.webhookDeliveryList, 'WebhookDeliveryList'],
  [previews.occurrence, 'Occurrence'],
  [previews.recurrencePreviewAnswer, 'RecurrencePreview'],
  [previews.remindersPreviewAnswer, 'RemindersPreview'],
  [previews.quickAddAnswer, 'QuickAdd'],
  [importAnswer, 'Imported'],
  [flow.flow, 'Flow'],
  [flow.flowEvent, 'FlowEvent'],
  [flow.flowStep, 'FlowStep'],
  [flow.topology, 'Topology'],
  [flow.deadLetter, 'DeadLetter'],
  [flow.deadLetterPage, 'DeadLetterPage'],
  [flow.resent, 'Resent'],
  [flow.resentLetters, 'ResentLetters'],
]);
