import { newListeners } from '../../lib/listeners.ts';
/** A message may offer one thing more beside its action; doing it takes the message away. */
export type SecondAction = { label: string; run(): void };
export type ToastData = { also?: SecondAction };

type Message = {
  title: string;
  description?: string;
  /** `error` for what went wrong. */
  type?: 'error';
  /** Milliseconds. */
  timeout?: number;
  /** `high` is said aloud at once. */
  priority?: 'high';
  actionProps?: { children: string; onClick(): void };
  data?: ToastData;
};

/** Where messages appear; it comes with the first of them, since most pages never show one. */
type Shelf = { add(message: Message & { id: string }): void; close(id: string): void };

let shelf: Shelf | undefined;
let waiting: (Message & { id: string })[] = [];
let count = 0;
const { subscribe, tell } = newListeners();

/** Says something in passing, from anywhere. */
export const toasts = {
  /** @returns what to close it by */
  add(message: Message): string {
    const id = `message-${++count}`;
    if (shelf) shelf.add({ id, ...message });
    else waiting = [...waiting, { id, ...message }];
    tell();
    return id;
  },
  close(id: string): void {
    waiting = waiting.filter((message) => message.id !== id);
    shelf?.close(id);
  },
};

export const anythingToSay = (): boolean => waiting.length > 0 || shelf !== undefined;

export const onSomethingToSay = subscribe;

/** The shelf is there: what waited for it appears. */
export function putUp(on: Shelf): void {
  shelf = on;
  for (const message of waiting) on.add(message);
  waiting = [];
}
