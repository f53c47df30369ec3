import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { catalogue, type EventType, topicsOf } from '../../functions/lib/domain/events.ts';
import { functions } from '../render/functions.ts';
import { root } from '../tool.ts';
import { readTopics } from '../topics/catalogue.ts';
import { renderAsyncApi } from './asyncapi.ts';

// biome-ignore lint/suspicious/noExplicitAny: a document whose shape is what the test is about
type Node = any;

describe('kafka/asyncapi.yaml', () => {
  let document: Node;
  beforeAll(async () => {
    document = parse(renderAsyncApi(await readTopics(root), functions)['asyncapi.yaml']!);
  });
  const at = (pointer: string): Node =>
    pointer
      .slice(2)
      .split('/')
      .reduce((node, name) => node?.[name], document);
  const refs = (node: Node): string[] =>
    node === null || typeof node !== 'object'
      ? []
      : typeof node.$ref === 'string'
        ? [node.$ref]
        : Object.values(node).flatMap(refs);

  it('names nothing that is not in it', () => {
    const all = refs(document);
    expect(all.length).toBeGreaterThan(100);
    expect(all.filter((ref) => !ref.startsWith('#/') || at(ref) === undefined)).toEqual([]);
  });

  it('has every type on each of its topics, and nothing else', () => {
    const types = Object.keys(catalogue) as EventType[];
    const pairs = Object.entries<Node>(document.channels).flatMap(([topic, { messages }]) =>
      Object.keys(messages).map((type) => `${topic} ${type}`),
    );
    expect(pairs.sort()).toEqual(
      types.flatMap((type) => topicsOf(type).map((topic) => `${topic} ${type}`)).sort(),
    );
  });

  it('has an example of every message that fits its headers and its payload', () => {
    const fits = (ref: string) => z.fromJSONSchema(at(ref));
    for (const [name, { headers, payload, examples }] of Object.entries<Node>(document.components.messages)) {
      for (const example of examples) {
        expect(fits(headers.$ref).safeParse(example.headers).error, `${name}: headers`).toBeUndefined();
        expect(fits(payload.$ref).safeParse(example.payload).error, `${name}: payload`).toBeUndefined();
      }
    }
  });

  it('would see an example that does not fit', () => {
    const { payload, examples } = document.components.messages['task-updates.dev.zerodo.task.created.v1'];
    const schema = z.fromJSONSchema(at(payload.$ref));
    expect(schema.safeParse({ ...examples[0].payload, title: 'Secret' }).success).toBe(false);
  });

  it('lets no word of a task out to consumers outside', () => {
    const { payload } = document.components.messages['task-analytics.dev.zerodo.task.created.v1'];
    const { task } = at(payload.$ref).properties;
    for (const word of ['title', 'notes', 'labels']) expect(task.properties).not.toHaveProperty(word);
  });

  it('says who sends and who receives, each on a topic that there is', () => {
    const { operations } = document;
    expect(operations['outbox-relay.send.task-events']).toMatchObject({ action: 'send' });
    expect(operations['live-stream.receive.task-updates']).toMatchObject({ action: 'receive' });
    for (const { action, channel } of Object.values<Node>(operations)) {
      expect(['send', 'receive']).toContain(action);
      expect(at(channel.$ref)).toBeDefined();
    }
  });

  it('has the shape that AsyncAPI 3 asks for', () => {
    expect(document).toMatchObject({
      asyncapi: '3.0.0',
      info: { title: expect.any(String), version: expect.any(String) },
    });
    const allowed = [
      'asyncapi',
      'info',
      'defaultContentType',
      'servers',
      'channels',
      'operations',
      'components',
    ];
    expect(Object.keys(document).filter((key) => !allowed.includes(key))).toEqual([]);
    for (const name of Object.keys({ ...document.components.messages, ...document.components.schemas })) {
      expect(name).toMatch(/^[\w.-]+$/);
    }
    for (const { host, protocol } of Object.values<Node>(document.servers)) {
      expect([typeof host, protocol]).toEqual(['string', 'kafka-secure']);
    }
  });
});
