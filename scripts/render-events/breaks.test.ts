import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { breaksOf, type Schema } from './breaks.ts';
import { compared } from './compatible.ts';
import { renderSchemas } from './main.ts';

const schema = (type: z.ZodType) => z.toJSONSchema(type, { io: 'input' }) as Schema;
const breaks = (before: z.ZodType, after: z.ZodType) => breaksOf(schema(before), schema(after));
const task = z.strictObject({
  id: z.uuid(),
  title: z.string().max(500),
  state: z.enum(['open', 'completed']),
  priority: z.int().min(1).max(4),
  due: z.strictObject({ date: z.string(), time: z.string().nullable() }).nullable(),
  labels: z.array(z.string()),
  note: z.string().optional(),
});

describe('a changed schema of an event', () => {
  it.each<[string, z.ZodType]>([
    ['nothing', task],
    ['a field that may be absent', task.extend({ color: z.string().optional() })],
    ['another word in an enum', task.extend({ state: z.enum(['open', 'completed', 'later']) })],
    ['a longer text', task.extend({ title: z.string().max(1_000) })],
    ['no limit at all', task.extend({ title: z.string() })],
    ['a kind more', task.extend({ title: z.string().max(500).nullable() })],
    ['a number for an integer', task.extend({ priority: z.number().min(1).max(4) })],
    [
      'a field more, deep inside',
      task.extend({
        due: z
          .strictObject({ date: z.string(), time: z.string().nullable(), zone: z.string().optional() })
          .nullable(),
      }),
    ],
  ])('breaks nobody with %s', (_, after) => {
    expect(breaks(task, after)).toEqual([]);
  });

  it.each<[string, z.ZodType, string]>([
    ['a field gone', task.omit({ note: true }), 'data.note is gone'],
    ['a field that has to be there', task.extend({ note: z.string() }), 'data.note has to be there now'],
    ['a new field that has to be there', task.extend({ a: z.string() }), 'data.a has to be there now'],
    ['a field that may be absent', task.extend({ id: z.uuid().optional() }), 'data.id may be absent now'],
    ['another type', task.extend({ labels: z.string() }), 'data.labels may no longer be array'],
    ['no null any more', task.extend({ due: task.shape.due.unwrap() }), 'data.due may no longer be null'],
    ['an integer for a number', z.strictObject({ n: z.int() }), 'data.n may no longer be number'],
    [
      'a word fewer in an enum',
      task.extend({ state: z.enum(['open']) }),
      'data.state may no longer be completed',
    ],
    ['an enum for a text', task.extend({ note: z.enum(['x']).optional() }), 'data.note may now only be x'],
    ['a shorter text', task.extend({ title: z.string().max(100) }), 'data.title has another maxLength, 100'],
    ['a limit', task.extend({ note: z.string().max(9).optional() }), 'data.note has another maxLength, 9'],
    [
      'a greater minimum',
      task.extend({ priority: z.int().min(2).max(4) }),
      'data.priority has another minimum, 2',
    ],
    [
      'a pattern',
      task.extend({ note: z.string().regex(/x/).optional() }),
      'data.note has to match another pattern',
    ],
    [
      'a field gone, deep inside',
      task.extend({ due: z.strictObject({ date: z.string() }).nullable() }),
      'data.due.time is gone',
    ],
    ['other items', task.extend({ labels: z.array(z.int()) }), 'data.labels[] may no longer be string'],
  ])('breaks somebody with %s', (_, after, sentence) => {
    const before = sentence.startsWith('data.n ') ? z.strictObject({ n: z.number() }) : task;
    expect(breaks(before, after)).toEqual([sentence]);
  });
});

describe('the schemas of two versions', () => {
  const now = renderSchemas();
  const [name, text] = Object.entries(now)[0]!;

  it('go together when they are the same, and when a type is new', () => {
    expect(compared(now, now)).toEqual([]);
    expect(compared({}, now)).toEqual([]);
  });

  it('do not when a type is gone or changed, and the sentence says to make a v2', () => {
    const { [name]: _, ...fewer } = now;
    expect(compared(now, fewer)).toEqual([
      expect.stringMatching(/^dev\.zerodo\.task\.created\.v1 is gone.*read again/),
    ]);
    const { properties, ...rest } = JSON.parse(text);
    const { actor, ...others } = properties;
    const changed = { ...now, [name]: JSON.stringify({ ...rest, properties: { ...others, doer: actor } }) };
    expect(compared(now, changed)).toEqual([
      expect.stringMatching(/^dev\.zerodo\.task\.created\.v1: data\.actor is gone\. Make it a v2/),
    ]);
  });
});
