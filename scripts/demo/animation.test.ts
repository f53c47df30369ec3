import { describe, expect, it } from 'vitest';
import { animated, chunksOf } from './animation.ts';

/** One white pixel, as libwebp writes it. */
const picture = Buffer.from('UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAgA0JaQAA3AA/vuUAAA=', 'base64');
const size = { width: 1280, height: 720 };

describe('pictures that move', () => {
  it('are one file with each picture, for as long as it was seen', () => {
    const file = animated(
      [
        { picture, ms: 250 },
        { picture, ms: 1_000 },
      ],
      size,
    );

    expect(file.readUInt32LE(4)).toBe(file.length - 8);
    const [head, loop, ...frames] = chunksOf(file);
    expect([head!.name, loop!.name, ...frames.map(({ name }) => name)]).toEqual([
      'VP8X',
      'ANIM',
      'ANMF',
      'ANMF',
    ]);
    expect(head!.data[0]).toBe(0x02);
    expect(head!.data.readUIntLE(4, 3)).toBe(1279);
    expect(head!.data.readUIntLE(7, 3)).toBe(719);
    expect(loop!.data.readUInt16LE(4)).toBe(1);
    expect(frames.map(({ data }) => data.readUIntLE(12, 3))).toEqual([250, 1_000]);
    for (const { data } of frames) {
      expect(data.toString('latin1', 16, 20)).toBe('VP8 ');
      expect(data.subarray(24, 24 + 24).equals(chunksOf(picture)[0]!.data)).toBe(true);
    }
  });

  it('are nothing without a picture, or of what is none', () => {
    expect(() => animated([], size)).toThrow('Nothing was recorded');
    expect(() => animated([{ picture: Buffer.from('no picture at all'), ms: 1 }], size)).toThrow('no WebP');
  });
});
