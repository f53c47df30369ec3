import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { catalogue, type EventType } from '../../functions/lib/domain/events.ts';
import { renderEvents, renderExamples, renderSchemas } from './main.ts';

describe.each(Object.keys(catalogue) as EventType[])('%s', (type) => {
  const name = `${type}.json`;
  const schema = JSON.parse(renderSchemas()[name]!);
  const { data, ...attributes } = JSON.parse(renderExamples()[name]!);
  const fits = (value: unknown) => z.fromJSONSchema(schema).safeParse(value).success;

  it('has an example that fits its schema', () => {
    expect(z.fromJSONSchema(schema).safeParse(data).error).toBeUndefined();
    expect(catalogue[type].data.safeParse(data).error).toBeUndefined();
    expect(attributes).toMatchObject({ specversion: '1.0', type, dataschema: schema.$id });
  });

  it('has a schema that refuses what is missing, added or of another kind', () => {
    const [field] = Object.keys(data);
    const { [field!]: _left, ...rest } = data;

    expect([rest, { ...data, more: 1 }, { ...data, [field!]: 7 }].map(fits)).toEqual([false, false, false]);
  });
});

it('is what is committed', async () => {
  for (const [path, text] of renderEvents()) {
    expect(
      await readFile(new URL(`../../${path}`, import.meta.url), 'utf8'),
      `${path}: npm run generate`,
    ).toBe(text);
  }
});
