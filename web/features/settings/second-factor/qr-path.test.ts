import { encode } from 'uqr';
import { describe, expect, it } from 'vitest';
import { qrPath } from './qr-path.ts';

/** Which squares a path of such stretches covers. */
const covered = (path: string, size: number): boolean[][] => {
  const rows = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    rows[Number(y)]!.fill(true, Number(x), Number(x) + Number(width));
  }
  return rows;
};

describe('the path of a QR code', () => {
  it('is one stretch for squares beside each other, to the edge too', () => {
    expect(
      qrPath([
        [true, true, false],
        [false, false, true],
      ]),
    ).toBe('M0 0h2v1h-2zM2 1h1v1h-1z');
  });

  it('covers what is dark and nothing else', () => {
    const { data, size } = encode('otpauth://totp/Zerodo:ana%40example.test?secret=ABCDEFGH', { border: 4 });
    const path = qrPath(data);

    expect(covered(path, size)).toEqual(data);
    expect(path).toMatch(/^(M\d+ \d+h\d+v1h-\d+z)+$/);
  });
});
