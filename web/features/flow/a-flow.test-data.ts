import type { Flow, FlowEvent, FlowStep, Topology } from '@zerodo/domain/flow';

const noon = Date.parse('2026-11-21T12:00:00Z');
const after = (ms: number) => new Date(noon + ms).toISOString();
let steps = 0;

export const aTrace = 'a'.repeat(32);

export const aStep = (over: Partial<FlowStep> & { at?: number } = {}): FlowStep => {
  const { at = 0, ...rest } = over;
  return {
    id: ++steps,
    function: 'task-complete',
    eventId: 'command',
    type: 'dev.zerodo.command.complete-task.v1',
    traceId: aTrace,
    beganAt: after(at),
    ms: 10,
    outcome: 'done',
    code: null,
    seen: null,
    coldMs: null,
    omitted: 0,
    ...rest,
  };
};

export const anEvent = (over: Partial<FlowEvent> & { at?: number } = {}): FlowEvent => {
  const { at = 5, ...rest } = over;
  return {
    id: 'event',
    type: 'dev.zerodo.task.completed.v1',
    function: 'task-complete',
    subject: 'task',
    time: after(at),
    causeId: 'command',
    traceId: aTrace,
    topics: ['task-events', 'task-updates'],
    numbered: true,
    ...rest,
  };
};

export const spawning = (over: Partial<FlowStep> & { at?: number } = {}): FlowStep =>
  aStep({
    function: 'recurrence-spawn',
    eventId: 'event',
    type: 'dev.zerodo.task.completed.v1',
    at: 40,
    ...over,
  });

export const anAnswer = (over: Partial<Flow> & { at?: number } = {}): Flow => {
  const { at = 1_000, ...rest } = over;
  return {
    now: after(at),
    after: after(at - 2_000),
    events: [],
    steps: [],
    truncated: false,
    deadLetters: 0,
    ...rest,
  };
};

const aFunction = (name: string, over: Partial<Topology['functions'][number]>) => ({
  name,
  kind: 'reaction' as const,
  filters: null,
  topic: null,
  follows: null,
  schedule: null,
  ...over,
});

export const aTopology: Topology = {
  functions: [
    aFunction('api-gateway', { kind: 'edge' }),
    aFunction('live-stream', { kind: 'edge', follows: 'task-updates' }),
    aFunction('task-complete', { kind: 'command' }),
    aFunction('project-update', { kind: 'command', filters: [{}] }),
    aFunction('task-query', { kind: 'query' }),
    aFunction('recurrence-spawn', { filters: [{}], schedule: '* * * * *' }),
    aFunction('audit-record', { topic: 'task-events' }),
    aFunction('dead-letter-record', { topic: 'dead-letters' }),
    aFunction('outbox-relay', { kind: 'tick', schedule: '*/5 * * * *' }),
    aFunction('reminder-due', { kind: 'tick', schedule: '* * * * *' }),
  ],
  topics: ['task-events', 'task-updates', 'dead-letters'],
};
