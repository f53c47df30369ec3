import { queryOptions } from '@tanstack/react-query';
import { ask } from '../ask.ts';

/** A session as better-auth lists it; its token is what ends it. */
export type Device = {
  id: string;
  token: string;
  userAgent: string | null;
  createdAt: string;
  updatedAt: string;
  /** Whether it is the one that asks. */
  current: boolean;
};

/** Where the person is signed in: this browser first, then the latest. */
export const devices = queryOptions({
  queryKey: ['devices'] as const,
  queryFn: async (): Promise<Device[]> => {
    const [all, own] = await Promise.all([
      ask<Omit<Device, 'current'>[]>('GET', '/api/auth/list-sessions'),
      ask<{ session: { id: string } } | null>('GET', '/api/auth/get-session'),
    ]);
    return all
      .map((device) => ({ ...device, current: device.id === own?.session.id }))
      .toSorted(
        (one, other) =>
          Number(other.current) - Number(one.current) || other.updatedAt.localeCompare(one.updatedAt),
      );
  },
});
