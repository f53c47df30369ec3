import { describe, expect, it } from 'vitest';
import { socketFolderIn } from './postgres-server.ts';

describe('the Unix socket of Postgres', () => {
  it('is in the data folder, where nobody else may enter', () => {
    expect(socketFolderIn('/home/ana/zerodo/.zerodo/postgres')).toBe('/home/ana/zerodo/.zerodo/postgres');
  });

  it('is not made where its name is longer than a system takes', () => {
    const [fits, tooLong] = [88, 89].map((length) => `/${'x'.repeat(length - 1)}`);
    expect([socketFolderIn(fits!), socketFolderIn(tooLong!)]).toEqual([fits, '']);
  });
});
