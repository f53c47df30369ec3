import SwaggerParser from '@apidevtools/swagger-parser';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { examples } from './openapi/examples.ts';
import { operationId } from './openapi/names.ts';
import { openApi } from './openapi.ts';
import { routes } from './routes.ts';

// biome-ignore lint/suspicious/noExplicitAny: a document is looked at by its paths
const document = openApi() as any;

describe('the OpenAPI document', () => {
  it('has every route, with an id of its own', () => {
    const operations = Object.values<Record<string, { operationId: string }>>(document.paths).flatMap(
      (path) => Object.values(path),
    );

    expect(operations).toHaveLength(routes.length);
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(routes.length);
    for (const { path, method } of routes) {
      expect(document.paths[`/api/v1${path}`]?.[method.toLowerCase()]).toBeDefined();
    }
  });

  it('is valid, says each of two validators', async () => {
    const { valid, errors } = await new Validator().validate(structuredClone(document));
    expect([valid, errors]).toEqual([true, undefined]);

    await SwaggerParser.validate(structuredClone(document), { resolve: { external: false } });
  });

  it('shows examples that are taken', () => {
    const shown = routes.flatMap((route) =>
      Object.entries(examples[operationId(route)]?.body ?? {}).map(([name, body]) => ({ route, name, body })),
    );

    expect(shown.length).toBeGreaterThanOrEqual(Object.keys(examples).length);
    for (const { route, name, body } of shown) {
      expect([name, route.body!.safeParse(body).error]).toEqual([name, undefined]);
    }
  });

  it('calls every noun by its name, and groups what can be done with it', () => {
    for (const name of [
      'Task',
      'Series',
      'Project',
      'Label',
      'Notification',
      'Preferences',
      'Webhook',
      'Imported',
    ]) {
      expect(document.components.schemas).toHaveProperty(name);
    }
    expect(document.components.schemas.TaskPage.properties.items.items.$ref).toBe(
      '#/components/schemas/Task',
    );
    expect(document.tags).toContainEqual({ name: 'Push subscriptions' });
  });

  it('says what a file is, what anybody may ask, and where a calendar has its token', () => {
    const { '/api/v1/export': file, '/api/v1/import': takes, '/api/v1/calendar.ics': feed } = document.paths;

    expect(Object.keys(file.get.responses['200'].content)).toEqual([
      'application/json',
      'text/csv',
      'text/calendar',
    ]);
    expect(file.get.responses).toHaveProperty('304');
    expect(Object.keys(takes.post.requestBody.content)).toContain('text/csv');
    expect(takes.post.requestBody.description).toContain('8388608');
    expect(feed.get.security).toEqual([{ address: [] }, { token: [] }]);
    for (const { path, method, access } of routes) {
      const { security, responses } = document.paths[`/api/v1${path}`][method.toLowerCase()];
      expect([path, security]).toEqual([
        path,
        access === 'anyone' ? [] : path === '/calendar.ics' ? security : undefined,
      ]);
      expect('401' in responses).toBe(access !== 'anyone');
    }
  });

  it('names the headers that each takes', () => {
    const taken = (path: string, method: string) =>
      document.paths[`/api/v1${path}`][method].parameters
        .filter((parameter: { in: string }) => parameter.in === 'header')
        .map(({ name }: { name: string }) => name);

    expect(taken('/tasks', 'get')).toEqual(['Zerodo-Person']);
    expect(taken('/tasks', 'post')).toEqual(['Idempotency-Key', 'Zerodo-Person']);
    expect(taken('/tasks/{id}', 'patch')).toEqual(['Idempotency-Key', 'If-Match', 'Zerodo-Person']);
    expect(taken('/health', 'get')).toEqual([]);
  });

  it('answers every list as a page', () => {
    const lists = routes.flatMap(({ answers, path }) => {
      const shape = 'shape' in answers ? Object(answers.shape) : {};
      return 'items' in shape ? [[path, 'nextCursor' in shape]] : [];
    });

    expect(lists.length).toBeGreaterThan(10);
    expect(lists.filter(([, isPage]) => !isPage)).toEqual([]);
  });

  it('shows an example of each main thing that can be made or changed', () => {
    for (const [method, path] of [
      ['post', '/tasks'],
      ['post', '/series'],
      ['patch', '/series/{id}'],
      ['post', '/projects'],
      ['patch', '/projects/{id}'],
      ['post', '/projects/{id}/members'],
      ['post', '/tasks/{id}/snooze'],
      ['patch', '/preferences'],
      ['post', '/webhooks'],
      ['post', '/reminders/preview'],
    ] as const) {
      const { requestBody } = document.paths[`/api/v1${path}`][method];
      expect([path, requestBody.content['application/json'].examples]).toEqual([path, expect.any(Object)]);
    }
  });

  it('refers to nothing that is not there', () => {
    const references = JSON.stringify(document).match(/"#\/components\/schemas\/\w+"/g) ?? [];
    const there = Object.keys(document.components.schemas);

    expect(references.length).toBeGreaterThan(routes.length);
    for (const reference of references) expect(there).toContain(reference.slice(1, -1).split('/').at(-1));
    expect(JSON.stringify(document)).not.toContain('"#/$defs');
  });

  it('says what a task takes, what it is, and how a refusal looks', () => {
    const create = document.paths['/api/v1/tasks'].post;

    expect(create.requestBody.required).toBe(true);
    expect(create.responses['201'].content['application/json'].schema.$ref).toBe('#/components/schemas/Task');
    expect(document.components.schemas.Task.required).toContain('dueAt');
    expect(create.responses['422'].$ref).toBe('#/components/responses/Unprocessable');
    expect(document.components.responses.Unprocessable.content).toHaveProperty(['application/problem+json']);
    expect(create.responses.default).toBeUndefined();
    expect(document.paths['/api/v1/tasks/{id}'].patch.requestBody.content).toHaveProperty([
      'application/merge-patch+json',
    ]);
    expect(document.paths['/api/v1/tasks/{id}/complete'].post.requestBody.required).toBe(false);
  });
});
