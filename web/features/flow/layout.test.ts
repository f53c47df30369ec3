import { describe, expect, it } from 'vitest';
import { aTopology } from './a-flow.test-data.ts';
import { layoutOf } from './layout.ts';

describe('the picture of a topology', () => {
  const { nodes, edges, width, height } = layoutOf(aTopology);
  const ids = nodes.map(({ id }) => id);

  it('has a box for whatever events come to, and two for what people call and events wake', () => {
    expect(ids).toEqual(expect.arrayContaining(['gateway', 'clock', 'outbox', 'relay', 'dead']));
    expect(ids).toEqual(expect.arrayContaining(['command project-update', 'reaction project-update']));
    expect(ids).toEqual(expect.arrayContaining(['reaction reminder-due', 'reaction live-stream']));
    expect(ids.filter((id) => /task-query|dead-letter-record|reaction outbox-relay/.test(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('leads from a command to the outbox and on to the functions that are told', () => {
    const known = edges.map(({ id }) => id);
    for (const id of [
      'gateway → command task-complete',
      'command task-complete → outbox',
      'outbox → relay',
      'relay → topic task-events',
      'topic task-events → reaction recurrence-spawn',
      'topic task-events → reaction audit-record',
      'topic task-updates → reaction live-stream',
      'reaction recurrence-spawn → outbox',
      'reaction recurrence-spawn → dead',
      'clock → reaction reminder-due',
    ])
      expect(known).toContain(id);
    expect(edges.find(({ id }) => id === 'topic task-events → reaction audit-record')?.kind).toBe('source');
  });

  it('lets no two boxes touch and none stand outside', () => {
    for (const one of nodes) {
      expect(one.x >= 0 && one.y >= 0 && one.x + one.width <= width && one.y + one.height <= height).toBe(
        true,
      );
      for (const other of nodes) {
        if (one === other) continue;
        const apart =
          one.x + one.width <= other.x ||
          other.x + other.width <= one.x ||
          one.y + one.height <= other.y ||
          other.y + other.height <= one.y;
        expect([one.id, other.id, apart]).toEqual([one.id, other.id, true]);
      }
    }
  });

  it('is the same for the same topology', () => {
    expect(layoutOf(structuredClone(aTopology))).toEqual({ nodes, edges, width, height });
  });
});
