import { readFile } from 'node:fs/promises';
import Ajv from 'ajv/dist/2020.js';
import { CloudEvent } from 'cloudevents';
import { describe, expect, it } from 'vitest';
import { catalogue, type EventType } from '../../functions/lib/domain/events.ts';
import { renderEvents, renderExamples, renderSchemas } from './main.ts';

const types = Object.keys(catalogue) as EventType[];
const ajv = new Ajv.default({ strict: true, validateFormats: false, allErrors: true });
const valid = Object.fromEntries(
  Object.entries(renderSchemas()).map(([name, text]) => [name, ajv.compile(JSON.parse(text))]),
);
const examples = Object.fromEntries(
  Object.entries(renderExamples()).map(([name, text]) => [name, JSON.parse(text)]),
);

describe.each(types)('%s', (type) => {
  const name = `${type}.json`;
  const check = valid[name]!;
  const { data, ...attributes } = examples[name];

  it('has an example that is a valid CloudEvent and fits its schema', () => {
    expect(new CloudEvent({ ...attributes, data }, true).validate()).toBe(true);
    check(data);
    expect(check.errors ?? []).toEqual([]);
    expect(catalogue[type].data.safeParse(data).error).toBeUndefined();
    expect(attributes).toMatchObject({ type, dataschema: JSON.parse(renderSchemas()[name]!).$id });
  });

  it('has a schema that refuses what is missing, added or of another kind', () => {
    const [field] = Object.keys(data);
    const { [field!]: _left, ...rest } = data;

    expect([rest, { ...data, more: 1 }, { ...data, [field!]: 7 }].map((wrong) => check(wrong))).toEqual([
      false,
      false,
      false,
    ]);
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
