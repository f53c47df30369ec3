import { randomBytes, randomUUID } from 'node:crypto';
import { Later, poll, send, Unexpected } from './http.ts';

/** Who tries things out: somebody made for it, or whoever a token belongs to. */
export type Person = {
  /** Makes whoever it is ready to do something. @returns what was found, in words */
  come: (signal: AbortSignal) => Promise<string>;
  /** Calls `/api/v1` and reads JSON. @throws Unexpected, Error */
  // biome-ignore lint/suspicious/noExplicitAny: of every route; what a check reads of it is there or the check fails
  call: (signal: AbortSignal, method: string, path: string, body?: object) => Promise<any>;
  /** What proves who it is. */
  headers: () => Record<string, string>;
  /** Where new tasks go; nothing where it does not matter. */
  place: () => { projectId?: string };
  /** Takes away everything that was made, and does no harm when there is nothing. @returns what is gone, in words */
  leave: (signal: AbortSignal) => Promise<string>;
};

const caller =
  (url: string, headers: () => Record<string, string>): Person['call'] =>
  async (signal, method, path, body) =>
    (
      await send({ method, url: `${url}/api/v1${path}`, headers: headers(), ...(body && { body }) }, signal)
    ).json();

/** An account that is made for this and deleted afterwards, with everything in it. */
export function throwAway(url: string, email = `verify-${randomUUID()}@example.test`): Person {
  const { origin } = new URL(url);
  const password = randomBytes(24).toString('base64url');
  let cookie = '';
  let asked = false;
  const headers = () => ({ origin, ...(cookie && { cookie }) });
  const enter = async (way: string, body: object, signal: AbortSignal) => {
    const response = await send(
      { method: 'POST', url: `${url}/api/auth/${way}`, headers: { origin }, body },
      signal,
    );
    cookie = response.headers
      .getSetCookie()
      .map((text) => text.split(';')[0])
      .join('; ');
  };
  const exists = (signal: AbortSignal) =>
    enter('sign-in/email', { email, password }, signal).then(
      () => true,
      (error) => {
        if (error instanceof Unexpected && error.status === 401) return false;
        throw error;
      },
    );
  return {
    headers,
    place: () => ({}),
    call: caller(url, headers),
    async come(signal) {
      asked = true;
      await enter('sign-up/email', { name: 'Verification', email, password }, signal).catch((error) => {
        if (!(error instanceof Unexpected) || error.status >= 500) throw error;
        throw new Error(`${error.message}. Where nobody may sign up, give --token`);
      });
      return `signed up as ${email}`;
    },
    async leave(signal) {
      // A sign-up whose answer was not heard may have made the account all the same.
      if (!asked || (!cookie && !(await exists(signal)))) return 'there was no account';
      await send(
        { method: 'POST', url: `${url}/api/auth/delete-user`, headers: headers(), body: { password } },
        signal,
      );
      await poll(async () => {
        if (await exists(signal)) throw new Later(`${email} can still sign in`);
      }, signal);
      return `${email} is gone, with everything in it`;
    },
  };
}

/** Whoever `token` belongs to: all that is made lies in a project of its own, which goes again. */
export function holderOf(token: string, url: string): Person {
  const headers = () => ({ authorization: `Bearer ${token}` });
  const call = caller(url, headers);
  let projectId: string | undefined;
  return {
    headers,
    call,
    place: () => (projectId ? { projectId } : {}),
    async come(signal) {
      ({ id: projectId } = await call(signal, 'POST', '/projects', {
        name: `Verification ${new Date().toISOString().slice(0, 19)}Z`,
      }));
      return `the token opens; tasks go into the project ${projectId}`;
    },
    async leave(signal) {
      if (!projectId) return 'there was nothing';
      const { items } = await call(signal, 'GET', '/notifications?limit=200');
      // biome-ignore lint/suspicious/noExplicitAny: as `call` answers
      const ids = items.filter((one: any) => one.title === reminderTitle).map((one: any) => one.id);
      if (ids.length > 0) await call(signal, 'POST', '/notifications/read-all', { ids });
      await call(signal, 'DELETE', `/projects/${projectId}`);
      return 'the project is deleted, with everything in it';
    },
  };
}

export const reminderTitle = 'Verification: a reminder';
