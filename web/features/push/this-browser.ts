// The push subscription of the browser that shows the page.
import type { PushSubscription } from '@zerodo/domain/settings';
import { call } from '../../lib/api.ts';
import { newId } from '../../lib/new-id.ts';

/** Which of the subscriptions that the API lists is this browser's. */
const kept = 'zerodo-push';

/** Why this browser cannot be notified. */
export type Obstacle = 'unsupported' | 'denied' | 'noService';

export class CannotPush extends Error {
  readonly obstacle: Obstacle;

  constructor(obstacle: Obstacle) {
    super(obstacle);
    this.obstacle = obstacle;
  }
}

export const canPush = (): boolean =>
  'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;

export const thisBrowserId = (): string | null => {
  try {
    return localStorage.getItem(kept);
  } catch {
    return null;
  }
};

const keyBytes = (key: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(key.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));

const subscriptionHere = async () =>
  (await navigator.serviceWorker.getRegistration())?.pushManager.getSubscription();

/**
 * Asks for permission and has this browser notified.
 *
 * @param publicKey VAPID's, in base64url
 * @throws CannotPush, Refused
 */
export async function notifyThisBrowser(publicKey: string): Promise<PushSubscription> {
  if (!canPush()) throw new CannotPush('unsupported');
  if ((await Notification.requestPermission()) !== 'granted') throw new CannotPush('denied');
  await navigator.serviceWorker.register('/sw.js');
  const { pushManager } = await navigator.serviceWorker.ready;
  // One by another key, of an installation before, cannot be changed: it goes.
  const subscribe = () =>
    pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: keyBytes(publicKey) });
  const subscription = await subscribe()
    .catch(async () => {
      await (await pushManager.getSubscription())?.unsubscribe();
      return subscribe();
    })
    .catch(() => {
      throw new CannotPush('noService');
    });
  const { endpoint, keys } = subscription.toJSON();
  const made = await call<PushSubscription>('POST', '/push-subscriptions', {
    body: { endpoint, keys: { p256dh: keys?.p256dh, auth: keys?.auth } },
    key: newId(),
  });
  localStorage.setItem(kept, made.id);
  return made;
}

/** Ends what the browser itself holds. */
export async function unsubscribeHere(): Promise<void> {
  localStorage.removeItem(kept);
  await (await subscriptionHere())?.unsubscribe();
}

/** Removes a browser from those that are notified, and where it is this one, here as well. */
export async function removeBrowser(id: string): Promise<void> {
  await call('DELETE', `/push-subscriptions/${id}`, { key: newId() });
  if (id === thisBrowserId()) await unsubscribeHere();
}

/** On the way out: nobody's reminders come to a browser that has signed out. */
export async function forgetThisBrowser(): Promise<void> {
  const id = thisBrowserId();
  if (id) await removeBrowser(id).catch(unsubscribeHere);
}
