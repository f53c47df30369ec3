// Prometheus' remote write 1.0 (prometheus.io/docs/specs/prw): a message of Protocol Buffers in one block of Snappy, which is
// allowed to compress nothing.

export type Series = {
  /** Sorted by name. */
  labels: [name: string, value: string][];
  /** By milliseconds since 1970. */
  samples: Map<number, number>;
};

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) bytes.push((rest % 0x80) + 0x80);
  return Buffer.from([...bytes, rest]);
}

/** A field that has a length: a text or a message. */
const field = (number: number, content: Buffer): Buffer =>
  Buffer.concat([varint(number * 8 + 2), varint(content.length), content]);

const label = ([name, value]: [string, string]): Buffer =>
  field(1, Buffer.concat([field(1, Buffer.from(name)), field(2, Buffer.from(value))]));

function sample([at, value]: [number, number]): Buffer {
  const double = Buffer.alloc(8);
  double.writeDoubleLE(value);
  return field(2, Buffer.concat([varint(1 * 8 + 1), double, varint(2 * 8 + 0), varint(at)]));
}

const timeSeries = ({ labels, samples }: Series): Buffer =>
  field(1, Buffer.concat([...labels.map(label), ...[...samples].sort(([a], [b]) => a - b).map(sample)]));

const most = 65_536;

/** One block whose pieces are all literal. */
function snappy(content: Buffer): Buffer {
  const pieces: Buffer[] = [varint(content.length)];
  for (let from = 0; from < content.length; from += most) {
    const piece = content.subarray(from, from + most);
    const tag = Buffer.from([61 * 4, 0, 0]);
    tag.writeUInt16LE(piece.length - 1, 1);
    pieces.push(tag, piece);
  }
  return Buffer.concat(pieces);
}

/** The body of a request to `/api/v1/write`. */
export const writeRequest = (all: readonly Series[]): Buffer<ArrayBuffer> =>
  Buffer.from(snappy(Buffer.concat(all.map(timeSeries))));
