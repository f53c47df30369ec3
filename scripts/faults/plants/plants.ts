import type { FaultKind } from '../faults/kinds.ts';

/** A bug that somebody could make, and the faults under which it shows. */
export type Plant = {
  /** Whose bundles have it. */
  functions: readonly string[];
  /** Text of the sources, each found exactly once, and what a bundle has in its place. */
  changes: readonly { file: string; from: string; to: string }[];
  among: readonly FaultKind[];
};

const commands = [
  ...['task-create', 'task-update', 'task-complete', 'task-reopen', 'task-delete', 'task-undo'],
  'project-update',
];
const command = 'functions/lib/runtime/command.ts';

export const plants = {
  /** A command answers, and commits a moment later. */
  'answered-before-commit': {
    functions: commands,
    changes: [
      {
        file: command,
        from: 'return transaction(sql, { user: person.id }, async (tx) => {',
        to: 'return early(sql, { user: person.id }, async (tx) => {',
      },
      {
        file: command,
        from: '/** @throws Unreadable `invalid-request` naming each wrong field */',
        to: `const early = (sql, who, work) => new Promise((answer, refuse) => {
          transaction(sql, who, async (tx) => {
            answer(await work(tx));
            await new Promise((resolve) => setTimeout(resolve, 20));
          }).catch(refuse);
        });`,
      },
    ],
    among: ['function-killed', 'session-killed', 'sessions-ended', 'postgres-killed'],
  },

  /** A command that comes again under its Idempotency-Key is done again. */
  'no-inbox': {
    functions: commands,
    changes: [{ file: command, from: 'if (before.seen > 1) {', to: 'if (false) {' }],
    among: ['answers-torn', 'connections-cut', 'function-killed'],
  },

  /** A consumer takes an event that comes again for a new one, and what it has made is made once more. */
  'redelivery-handled': {
    functions: ['recurrence-spawn'],
    changes: [
      {
        file: 'functions/lib/runtime/reaction.ts',
        from: 'if (seen > 1) return { events: [], seen };',
        to: '',
      },
      {
        file: 'functions/lib/store/successor.ts',
        from: 'await addOccurrence(tx, fresh, series.createdBy, onSchedule || predecessor.isOver);',
        to: 'await addOccurrence(tx, fresh, series.createdBy, true);',
      },
    ],
    among: ['delivered-again'],
  },

  /** The relay marks events as published, and then publishes them. */
  'marked-before-acknowledged': {
    functions: ['outbox-relay'],
    changes: [
      {
        file: 'functions/outbox-relay/handle.ts',
        from: 'await publisher.publish(events.flatMap(recordsOf));',
        to: '',
      },
      {
        file: 'functions/outbox-relay/handle.ts',
        from: "noteRelayed(events, 'kafka');",
        to: 'await publisher.publish(events.flatMap(recordsOf));',
      },
    ],
    among: ['kafka-torn', 'relay-killed', 'kafka-killed'],
  },

  /** A task is read for a change, and nobody waits for whoever is changing it. */
  'no-lock': {
    functions: commands,
    changes: [{ file: 'functions/lib/store/tasks.ts', from: 'for update of t\n', to: '\n' }],
    among: ['function-paused', 'postgres-silent'],
  },
} as const satisfies Record<string, Plant>;

export type PlantName = keyof typeof plants;
