import { once } from 'node:events';
import { type AddressInfo, createServer, connect as open, type Socket } from 'node:net';

export type Wire = {
  port: number;
  /** Ends every connection at once and rudely (RST); answers how many there were. */
  cut: () => number;
  /** Nobody gets through any more, and nobody is told why, until `back`. */
  away: () => void;
  /** Bytes stand still in both directions, until `back`. */
  hold: () => void;
  /** Each piece of an answer is torn in two with this probability: one half arrives, then the connection ends. Until `back`. */
  tear: (probability: number, roll: () => number) => void;
  back: () => void;
  close: () => Promise<void>;
};

type State = { away: boolean; held: boolean; tearing: ((chunk: Buffer) => boolean) | undefined };

/** Stands between two that talk over TCP at 127.0.0.1, and does to their connections what networks do. */
export async function openProxy(target: () => number): Promise<Wire> {
  const pairs = new Set<readonly [Socket, Socket]>();
  const state: State = { away: false, held: false, tearing: undefined };

  const server = createServer({ noDelay: true }, (near) => {
    near.on('error', () => {});
    if (state.away) {
      near.resetAndDestroy();
      return;
    }
    const far = open({ port: target(), host: '127.0.0.1', noDelay: true });
    const pair = [near, far] as const;
    pairs.add(pair);
    const end = () => {
      pairs.delete(pair);
      near.destroy();
      far.destroy();
    };
    // Not `end`: what the other side still has to say would be lost.
    far.on('error', () => near.resetAndDestroy());
    near.on('close', end);
    far.on('close', () => near.end());
    pass(near, far, () => undefined);
    pass(far, near, (chunk) => {
      if (!state.tearing?.(chunk)) return undefined;
      near.write(chunk.subarray(0, chunk.length >> 1), () => {
        near.resetAndDestroy();
        far.resetAndDestroy();
      });
      return 'torn';
    });
    if (state.held) for (const socket of pair) socket.pause();
  });
  server.listen(0, '127.0.0.1', 1024);
  await once(server, 'listening');

  const cut = () => {
    const before = [...pairs];
    for (const [near, far] of before) {
      near.resetAndDestroy();
      far.resetAndDestroy();
    }
    return before.length;
  };
  return {
    port: (server.address() as AddressInfo).port,
    cut,
    away: () => {
      state.away = true;
      cut();
    },
    hold: () => {
      state.held = true;
      for (const pair of pairs) for (const socket of pair) socket.pause();
    },
    tear: (probability, roll) => {
      state.tearing = (chunk) => chunk.length > 1 && roll() < probability;
    },
    back: () => {
      Object.assign(state, { away: false, held: false, tearing: undefined });
      for (const pair of pairs) for (const socket of pair) socket.resume();
    },
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      cut();
      await closed;
    },
  };
}

function pass(from: Socket, to: Socket, instead: (chunk: Buffer) => 'torn' | undefined): void {
  from.on('data', (chunk) => {
    if (to.destroyed || instead(chunk) === 'torn') return;
    if (to.write(chunk)) return;
    from.pause();
    to.once('drain', () => from.resume());
  });
  from.on('end', () => to.end());
}
