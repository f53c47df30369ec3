import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { refreshAfterChange, refreshTasks } from './refresh.ts';
import { everyTask } from './task-queries.ts';

describe('reading again', () => {
  let client: QueryClient;
  let reads: number;
  let answer: () => void;

  beforeEach(() => {
    vi.useFakeTimers();
    client = new QueryClient();
    reads = 0;
    const queryKey = [...everyTask, 'open'];
    client.setQueryData(queryKey, 'first paint');
    const queryFn = () => {
      reads++;
      return new Promise((resolve) => {
        answer = () => resolve(reads);
      });
    };
    new QueryObserver(client, { queryKey, queryFn, staleTime: Number.POSITIVE_INFINITY }).subscribe(() => {});
  });
  afterEach(() => {
    client.clear();
    vi.useRealTimers();
  });

  const soon = () => vi.advanceTimersByTimeAsync(10);
  const change = () => {
    let finish!: () => void;
    const sent = client
      .getMutationCache()
      .build(client, { mutationFn: () => new Promise<void>((resolve) => (finish = resolve)) })
      .execute(undefined);
    return async () => {
      await soon();
      finish();
      await sent;
    };
  };

  it('happens once for nudges that come together', async () => {
    for (let nudge = 0; nudge < 5; nudge++) void refreshTasks(client);
    await soon();

    expect(reads).toBe(1);
  });

  it('happens once more for nudges that come during a reading, which is left to finish', async () => {
    void refreshTasks(client);
    await soon();
    for (let nudge = 0; nudge < 5; nudge++) void refreshTasks(client);
    await soon();
    expect(reads).toBe(1);

    answer();
    await soon();
    expect(reads).toBe(2);
  });

  it('waits for a change that is under way, then makes up for it', async () => {
    const finish = change();
    void refreshTasks(client);
    await soon();
    expect(reads).toBe(0);

    await finish();
    refreshAfterChange(client);
    await soon();
    expect(reads).toBe(1);
  });

  it('begins anew what began to be read for the first time before a nudge', async () => {
    const begun: AbortSignal[] = [];
    let arrive = () => {};
    const queryFn = ({ signal }: { signal: AbortSignal }) =>
      new Promise<number>((resolve) => {
        const reading = begun.push(signal);
        arrive = () => resolve(reading);
      });
    const list = new QueryObserver(client, { queryKey: [...everyTask, 'done'], queryFn });
    list.subscribe(() => {});
    expect(begun).toHaveLength(1);

    void refreshTasks(client);
    await soon();
    expect(begun.map(({ aborted }) => aborted)).toEqual([true, false]);
    arrive();
    await soon();
    expect(list.getCurrentResult().data).toBe(2);
  });

  it('happens at once after a change during which something was read for the first time', async () => {
    const queryFn = () => new Promise(() => {});
    new QueryObserver(client, { queryKey: [...everyTask, 'done'], queryFn }).subscribe(() => {});
    refreshAfterChange(client);
    await soon();

    expect(reads).toBe(1);
  });

  it('happens two seconds after a change when no nudge came', async () => {
    refreshAfterChange(client);
    await vi.advanceTimersByTimeAsync(1900);
    expect(reads).toBe(0);

    await vi.advanceTimersByTimeAsync(200);
    expect(reads).toBe(1);
  });
});
