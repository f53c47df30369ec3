/** Pages of docs/reference that follow from the code. Called by `npm run generate`. */
import { type ErrorCode, errors } from '@zerodo/domain/errors';
import { renderConfiguration } from './configuration.ts';
import { renderFunctions } from './functions.ts';
import { renderSecrets } from './secrets.ts';
import { renderValues } from './values.ts';

/** When each code is answered. A code without a line here does not compile. */
const meanings: Record<ErrorCode, string> = {
  'account-deleted': 'The account was deleted a moment ago.',
  'assignee-not-found': 'The person named is no member of the project, or several members have that name.',
  'body-too-large': 'The body has more than 64 KiB.',
  'changed-since': 'What was to be undone has been changed since; the detail says what and when.',
  'channel-not-configured':
    'A test was asked for on a channel that is not set up here, or not by this person',
  'confirmation-mismatch': 'An account is deleted by whoever writes its e-mail address once more.',
  'database-full':
    'The disk of the database is full, so it can only be read; the same request may be sent again after `Retry-After`.',
  'database-read-only':
    'The database can only be read just now; the same request may be sent again after `Retry-After`.',
  'dead-letter-not-found': 'There is no such dead letter; what was sent again goes after 30 days.',
  'dead-letter-unaddressed': 'The dead letter is for a function that this release does not have.',
  'empty-title': 'A task needs a title.',
  'event-not-found': 'There is no such event in the history of the task.',
  'filter-exists': 'The person has a filter of this name, or there is one with this id, already.',
  'filter-not-found': 'There is no such filter, or it is somebody else’s.',
  'foreign-origin': 'A write with a session cookie came without an `Origin` header that is ours.',
  'idempotency-key-reused': 'The same `Idempotency-Key` came before with other content.',
  'import-row-invalid': 'A row of the file cannot be taken; `errors` names each. Nothing was imported.',
  'import-too-large': 'The file has more tasks, or would make more projects or labels, than are taken.',
  'import-unreadable': 'The file is not of the format that it was sent as.',
  'inbox-fixed': 'The inbox cannot be renamed, archived, deleted or shared.',
  'internal-error': 'Something went wrong in Zerodo; nothing was changed.',
  'invalid-date': 'A date that no calendar has, or one outside 1900 to 2200.',
  'invalid-label': 'A label has 1 to 60 characters.',
  'invalid-recurrence': 'A rule that RFC 5545 does not allow; the detail says which part.',
  'invalid-request': 'A field is missing, unknown or of the wrong kind; `errors` names each.',
  'invitation-not-found': 'There is no such invitation for you, it has expired, or its code is another.',
  'label-not-found': 'You have no label of that name.',
  'last-owner': 'A project keeps an owner: make somebody else one first.',
  'link-invalid': 'The address out of a mail is not one that we gave out: open the mail again',
  'malformed-json': 'The body is not JSON.',
  'member-not-found': 'That person does not belong to the project.',
  'method-not-allowed': 'The path is there, the method is not; `Allow` says which are.',
  'no-next-occurrence': 'The series has no date left.',
  'not-a-cloudevent': 'A function was sent something that is no CloudEvent 1.0.',
  'not-found': 'There is nothing at that path.',
  'notes-too-long': 'Notes have 16 KiB at the most.',
  'nothing-to-undo': 'You have changed nothing of the task.',
  'notification-not-found': 'There is no such notification, or it is somebody else’s.',
  'other-person':
    'The header `Zerodo-Person` names another person than the session or token belongs to; nothing was done.',
  'parent-not-found': 'The parent is no task of the project, or it is a part of the task itself.',
  'project-exists': 'The id that was brought along belongs to a project already.',
  'project-not-deleted': 'The project is there: nothing has to be restored.',
  'project-not-found': 'There is no such project, or it is somebody else’s.',
  'project-owner-only': 'Only an owner of the project can do this.',
  'project-read-only': 'You may look at the project but not change it.',
  'push-not-configured': 'This installation has no keys for web push.',
  'push-subscription-not-found': 'There is no such subscription, or it is somebody else’s.',
  'rate-limited': 'Too many requests; `Retry-After` says how long to wait.',
  'recurrence-needs-due': 'A task that recurs needs a due date.',
  'recurrence-never-matches': 'No date fits the rule, such as 30 February.',
  'scope-missing': 'The token lacks the scope that this needs.',
  'series-ended': 'The series has ended.',
  'series-exists': 'The id that was brought along belongs to a series already.',
  'series-not-found': 'There is no such series, or it is somebody else’s.',
  'snooze-not-ahead': 'A snooze is for a moment within the year to come',
  'target-refused': 'An address that is not called: not https, or within a private network.',
  'task-already-completed': 'The task is completed already.',
  'task-exists': 'The id that was brought along belongs to a task already.',
  'task-not-completed': 'The task is open already.',
  'task-not-deleted': 'The task is there: nothing has to be restored.',
  'task-not-found': 'There is no such task, or it is somebody else’s.',
  'task-not-recurring': 'The task is no occurrence of a series.',
  'task-too-large': 'A whole task has 48 KiB as JSON at the most.',
  'temporarily-unavailable': 'Passing trouble; the same request may be sent again after `Retry-After`.',
  'title-too-long': 'A title has 500 characters at the most.',
  'too-many-filters': 'A person has 100 filters at the most.',
  'too-many-labels': 'A task has 20 labels at the most.',
  'too-many-members': 'A project has 100 members and open invitations at the most.',
  'too-many-own-labels': 'A person keeps 500 labels with a colour or a place of their own at the most.',
  'too-many-projects': 'A person belongs to 500 projects at the most.',
  'too-many-push-subscriptions': 'A person has 50 browsers that are notified at the most.',
  'too-many-reminders': 'A task has 10 reminders at the most.',
  'too-many-tasks': 'More than 10,000 tasks would change at once.',
  'too-many-webhooks': 'A person has 20 webhooks at the most.',
  unauthenticated: 'There is no session or token, or it has expired or was not given by us.',
  'unexpected-type': 'The function does not take events of that type.',
  'unknown-timezone': 'The zone is no name of the IANA time zone database.',
  'unsupported-media-type': 'The content type or encoding is not read; send plain JSON.',
  'version-mismatch': '`If-Match` names an older version: read it again.',
  'webhook-not-found': 'There is no such webhook, or it is somebody else’s.',
  'webhooks-not-configured': 'This installation has no key that keeps the secrets of webhooks.',
};

export function renderReference(): Record<string, string> {
  const rows = Object.entries(errors).map(
    ([code, status]) => `| \`${code}\` | ${status} | ${meanings[code as ErrorCode]} |`,
  );
  const page = `<!-- Generated by \`npm run generate\`. Change scripts/render-reference. -->
# Error codes

Every refusal is a problem (RFC 9457, \`application/problem+json\`) with a stable \`code\` and a \`detail\` that says what to do.
Nothing is changed by a request that was refused. A refusal is not remembered: the same request may succeed later.

| Code | Status | Meaning |
|---|---|---|
${rows.join('\n')}
`;
  return {
    'configuration.md': renderConfiguration(),
    'errors.md': page,
    'functions.md': renderFunctions(),
    'secrets.md': renderSecrets(),
    'values.md': renderValues(),
  };
}
