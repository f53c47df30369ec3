import { setTimeout as sleep } from 'node:timers/promises';
import { randomFrom } from '../random.ts';
import type { World } from '../world/world.ts';
import type { Fault } from './fault.ts';

type Server = 'kafka' | 'postgres';
type Proxy = World[Server]['proxy'];

/** Something is wrong for so long between a server and all who ask it. */
const onTheWay = (server: Server, lastsMs: number, trouble: (proxy: Proxy, dice: number) => void): Fault => ({
  lastsMs,
  async strike({ world }, dice) {
    const { proxy } = world[server];
    trouble(proxy, dice);
    await sleep(lastsMs);
    proxy.back();
  },
});

/** Nobody reaches it. */
export const away = (server: Server, forMs: number): Fault =>
  onTheWay(server, forMs, (proxy) => proxy.away());

/** It is there, and says nothing; then it says everything. */
export const silent = (server: Server, forMs: number): Fault =>
  onTheWay(server, forMs, (proxy) => proxy.hold());

/** This share of its answers is torn in two: nobody knows then whether it was done. */
export const torn = (server: Server, forMs: number, share: number): Fault =>
  onTheWay(server, forMs, (proxy, dice) => proxy.tear(share, randomFrom(`torn ${dice}`).next));
