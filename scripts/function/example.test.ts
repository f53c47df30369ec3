import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { exampleCall } from './example.ts';

describe('the example of a call', () => {
  it('is for a command a CloudEvent with the data that its schema wants', () => {
    const data = z.strictObject({
      title: z.string(),
      priority: z.int().min(1).optional(),
      kind: z.enum(['a', 'b']),
    });
    const call = exampleCall(
      { kind: 'command', name: 'task-create', accepts: { type: 'dev.zerodo.command.create-task.v1', data } },
      'http://127.0.0.1:8080',
    );

    expect(call).toMatch(/^curl -i http:\/\/127\.0\.0\.1:8080 \\\n/);
    expect(call).toContain("-H 'ce-type: dev.zerodo.command.create-task.v1'");
    expect(call).toContain(`-d '{"title":"Water the plants","kind":"a"}'`);
  });

  it('is for a query its own path, and for a tick a CloudEvent without data', () => {
    const url = 'http://127.0.0.1:8080';

    expect(exampleCall({ kind: 'query', name: 'list-tasks', accepts: z.object({}) }, url)).toContain(
      `${url}/list-tasks`,
    );
    expect(exampleCall({ kind: 'tick', name: 'reminder-due' }, url)).toContain('dev.zerodo.tick.v1');
  });
});
