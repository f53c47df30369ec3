// Several WebP pictures as one that moves (RFC 9649). Chromium makes the pictures; nothing here encodes one.

/** A picture as Chromium gives it, and for how many milliseconds it is shown. */
export type Frame = { picture: Buffer; ms: number };

const longest = 0xff_ff_ff;
/** What a frame is made of; the rest of a file says how large it is or what was written about it. */
const drawn = ['ALPH', 'VP8 ', 'VP8L'];

/**
 * One file that plays all frames once, one after the other, each in place of the one before.
 *
 * @throws Error without frames, and about what is no WebP
 */
export function animated(frames: Frame[], { width, height }: { width: number; height: number }): Buffer {
  if (frames.length === 0) throw new Error('Nothing was recorded.');
  const animation = 0x02;
  const header = Buffer.alloc(10);
  header[0] = animation;
  header.writeUIntLE(width - 1, 4, 3);
  header.writeUIntLE(height - 1, 7, 3);
  // Four bytes of what is behind it, and how often it plays.
  const loop = Buffer.from([255, 255, 255, 255, 1, 0]);
  const body = Buffer.concat([
    Buffer.from('WEBP'),
    chunk('VP8X', header),
    chunk('ANIM', loop),
    ...frames.map((frame) => chunk('ANMF', frameOf(frame, width, height))),
  ]);
  return chunk('RIFF', body);
}

function frameOf({ picture, ms }: Frame, width: number, height: number): Buffer {
  const place = Buffer.alloc(16);
  place.writeUIntLE(width - 1, 6, 3);
  place.writeUIntLE(height - 1, 9, 3);
  place.writeUIntLE(Math.min(Math.max(1, Math.round(ms)), longest), 12, 3);
  // It is not blended with what was there.
  place[15] = 0x02;
  const parts = chunksOf(picture).filter(({ name }) => drawn.includes(name));
  return Buffer.concat([place, ...parts.map(({ name, data }) => chunk(name, data))]);
}

/** A name, a length, what is in it, and a byte more where that is odd. */
const chunk = (name: string, data: Buffer): Buffer => {
  const head = Buffer.alloc(8);
  head.write(name, 'latin1');
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
};

/** @throws Error about what is no WebP */
export function chunksOf(file: Buffer): { name: string; data: Buffer }[] {
  if (file.toString('latin1', 0, 4) !== 'RIFF' || file.toString('latin1', 8, 12) !== 'WEBP')
    throw new Error('This is no WebP.');
  const chunks = [];
  for (let at = 12; at + 8 <= file.length; ) {
    const length = file.readUInt32LE(at + 4);
    chunks.push({ name: file.toString('latin1', at, at + 4), data: file.subarray(at + 8, at + 8 + length) });
    at += 8 + length + (length % 2);
  }
  return chunks;
}
