import { randomUUID } from 'node:crypto';
import { unsubscribeToken } from '@zerodo/runtime/unsubscribe-token';
import { type Cast, done, newPerson, type Person } from './people.ts';
import { invitedTo } from './things.ts';
import type { World } from './world.ts';

type About = {
  world: World;
  cast: Cast;
  path: string;
  words: string;
  projectId: string;
  ids: Record<string, string>;
};

/** What differs from the example of the document and the thing as it was made. */
type Prepared = {
  path?: string;
  query?: string;
  body?: unknown;
  /** Sent as it is, as this `type`. */
  text?: string;
  type?: string;
  rightful?: Person;
  /** What a viewer asks for, where it is something else. */
  viewersPath?: string;
};

/** Brings the thing into the state that the operation is for, by another operation on it. */
const first =
  (method: string, step: string, body?: object) =>
  async ({ world, cast, path }: About): Promise<Prepared> => {
    const thing = path.split('/').slice(0, 3).join('/');
    await done(world, cast.ada, method, thing + step, body);
    return {};
  };

const says = (prepared: Prepared) => async () => prepared;

/** Somebody who is invited, and may answer. */
const invited = async ({ world, cast, projectId }: About): Promise<Prepared> => {
  const rightful = await newPerson(world, `${randomUUID()}@example.test`);
  const { id } = await invitedTo(world, cast.ada, projectId, rightful.email);
  return { rightful, path: `/invitations/${id}/` };
};

const unsubscribing = async ({ world, cast }: About): Promise<Prepared> => ({
  query: `token=${unsubscribeToken(cast.ada.userId, world.secretKey)}`,
});

const label = async ({ world, cast, words }: About): Promise<string> => {
  const name = `${words.slice(-40)}-${randomUUID().slice(0, 8)}`;
  await done(world, cast.ada, 'POST', '/labels', { name });
  return name;
};

/**
 * What an operation needs beside the thing that its path names and the example of the document. An operation that is
 * not here is tried as the document has it; where that is not enough its test says so.
 */
export const preparations: Record<string, (about: About) => Promise<Prepared>> = {
  postTasks: async ({ projectId, words }) => ({ body: { title: words, projectId } }),
  postTasksIdRestore: first('DELETE', ''),
  postTasksIdUndo: first('PATCH', '', { priority: 1 }),
  postTasksIdReopen: first('POST', '/complete'),
  postWebVitals: says({ body: { page: 'today', vitals: [{ name: 'lcp', value: 1 }] } }),
  postTasksIdSkip: first('PATCH', '', { recurrence: { rrules: ['FREQ=DAILY'] } }),
  postSeries: async ({ projectId, words }) => ({
    body: { title: words, projectId, due: { date: '2030-01-01' }, recurrence: { rrules: ['FREQ=DAILY'] } },
  }),
  postSeriesIdResume: first('POST', '/pause'),
  getSeriesComing: says({ query: 'from=2030-01-01&to=2030-01-31' }),
  postProjectsIdRestore: first('DELETE', ''),
  // To leave is everybody's right: a viewer tries to remove the owner.
  deleteProjectsIdMembersUserId: async ({ cast, path }) => ({
    viewersPath: path.replace(cast.ben.userId, cast.ada.userId),
  }),
  patchProjectsIdMembersUserId: says({ body: { role: 'editor' } }),
  postInvitationsIdAccept: async (about) => {
    const { rightful, path } = await invited(about);
    return { rightful: rightful!, path: `${path}accept` };
  },
  postInvitationsIdDecline: async (about) => {
    const { rightful, path } = await invited(about);
    return { rightful: rightful!, path: `${path}decline` };
  },
  patchLabels: async (about) => ({ body: { name: await label(about), color: '#123456' } }),
  deleteLabels: async (about) => ({ query: `name=${await label(about)}` }),
  postFilters: async ({ projectId }) => ({ body: { name: randomUUID(), query: { project: projectId } } }),
  patchFiltersId: says({ body: { color: '#123456' } }),
  patchWebhooksId: says({ body: { enabled: false } }),
  postNotificationsIdSnooze: says({ body: { minutes: 60 } }),
  postChannelsTest: says({ body: { channel: 'in-app' } }),
  getUnsubscribe: unsubscribing,
  postUnsubscribe: unsubscribing,
  postPushSubscriptions: says({
    body: {
      endpoint: 'https://push.example.org/one',
      keys: { p256dh: `B${'a'.repeat(86)}`, auth: 'a'.repeat(22) },
    },
  }),
  deleteAccount: async ({ world }) => {
    const rightful = await newPerson(world, `${randomUUID()}@example.test`);
    return { rightful, body: { confirm: rightful.email } };
  },
  postImport: says({ text: 'Title\nImported', type: 'text/csv' }),
};
