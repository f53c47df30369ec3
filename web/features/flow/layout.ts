import type { FlowFunction, Topology } from '@zerodo/domain/flow';

export type NodeKind = 'gateway' | 'clock' | 'function' | 'outbox' | 'relay' | 'topic' | 'dead';
/** A box of the picture, in its own units. `name` is a function's or a topic's. */
export type FlowNode = {
  id: string;
  kind: NodeKind;
  name: string;
  x: number;
  y: number;
  width: number;
  height: number;
  /** Woken by a PingSource. */
  schedule: string | null;
};
export type EdgeKind = 'call' | 'write' | 'publish' | 'trigger' | 'source' | 'tick' | 'dead' | 'return';
export type FlowEdge = { id: string; kind: EdgeKind; path: string };
export type Layout = { nodes: FlowNode[]; edges: FlowEdge[]; width: number; height: number };

const columns = { entry: 8, function: 132, outbox: 340, relay: 462, topic: 608, reaction: 804 };
const [entryWidth, outboxWidth, relayWidth, topicWidth] = [96, 84, 108, 122];
const [top, rowHeight, gap] = [44, 30, 8];
const functionWidth = 166;
const reactionHeight = 40;

/** The middle of each column, where its heading stands. */
export const headings = {
  entry: columns.entry + entryWidth / 2,
  functions: columns.function + functionWidth / 2,
  outbox: columns.outbox + outboxWidth / 2,
  relay: columns.relay + relayWidth / 2,
  topics: columns.topic + topicWidth / 2,
  reactions: columns.reaction + functionWidth / 2,
};
/** Room below for what reactions announce, on its way back to the outbox. */
const lane = 34;

export const nodeOf = {
  /** Where a function stands for messages of a type: one that people call has a place of its own for that. */
  function: (name: string, type: string): string =>
    type.startsWith('dev.zerodo.command.') ? `command ${name}` : `reaction ${name}`,
  topic: (name: string): string => `topic ${name}`,
};
export const edgeOf = (from: string, to: string): string => `${from} → ${to}`;

const takesEvents = ({ filters, topic, follows }: FlowFunction): boolean =>
  filters !== null || topic !== null || follows !== null;

/**
 * Where everything stands, from left to right as an event travels: who calls, commands and ticks, the outbox, the relay,
 * topics, reactions. The same topology gives the same picture.
 */
export function layoutOf({ functions, topics }: Topology): Layout {
  // What keeps dead letters is drawn as where they lie.
  const drawn = functions.filter(({ kind, topic }) => kind !== 'query' && topic !== 'dead-letters');
  const commands = drawn.filter(({ kind }) => kind === 'command');
  const ticks = drawn.filter(({ kind, name }) => kind === 'tick' && name !== 'outbox-relay');
  const relay = drawn.find(({ name }) => name === 'outbox-relay');
  const reactions = drawn.filter(takesEvents);
  const ways = topics.filter((name) => name !== 'dead-letters');

  const left = commands.length + ticks.length;
  const bodyHeight = Math.max(
    left * (rowHeight + gap) + 24,
    reactions.length * (reactionHeight + gap),
    topics.length * (reactionHeight + gap),
    3 * reactionHeight + 80,
  );
  const height = top + bodyHeight + lane;
  const middle = top + bodyHeight / 2;
  const box = (id: string, kind: NodeKind, name: string, x: number, y: number, size: [number, number]) => ({
    id,
    kind,
    name,
    x,
    y,
    width: size[0],
    height: size[1],
    schedule: functions.find((one) => one.name === name)?.schedule ?? null,
  });
  const row = (index: number) => top + index * (rowHeight + gap);
  const spread = (index: number, count: number, size: number, from = top, room = bodyHeight) =>
    from + ((index + 0.5) * room) / count - size / 2;
  const wide: [number, number] = [functionWidth, rowHeight];
  const commandMiddle = top + (commands.length * (rowHeight + gap)) / 2;
  const tickTop = row(commands.length) + 24;

  const nodes: FlowNode[] = [
    box('gateway', 'gateway', 'api-gateway', columns.entry, commandMiddle - 26, [entryWidth, 52]),
    box('clock', 'clock', 'PingSource', columns.entry, tickTop + ticks.length * 19 - 22, [entryWidth, 40]),
    ...commands.map(({ name }, index) =>
      box(`command ${name}`, 'function', name, columns.function, row(index), wide),
    ),
    ...ticks.map(({ name }, index) =>
      box(`reaction ${name}`, 'function', name, columns.function, tickTop + index * (rowHeight + gap), wide),
    ),
    box('outbox', 'outbox', 'events', columns.outbox, middle - 80, [outboxWidth, 160]),
    ...(relay ? [box('relay', 'relay', relay.name, columns.relay, middle - 24, [relayWidth, 48])] : []),
    ...ways.map((name, index) =>
      box(`topic ${name}`, 'topic', name, columns.topic, spread(index, ways.length + 1, 34), [
        topicWidth,
        34,
      ]),
    ),
    box('dead', 'dead', 'dead-letters', columns.topic, spread(ways.length, ways.length + 1, 40), [
      topicWidth,
      40,
    ]),
    ...reactions.map(({ name }, index) =>
      box(
        `reaction ${name}`,
        'function',
        name,
        columns.reaction,
        spread(index, reactions.length, reactionHeight),
        [functionWidth, reactionHeight],
      ),
    ),
  ];

  const known = new Map(nodes.map((node) => [node.id, node]));
  const edge = (from: string, to: string, kind: EdgeKind): FlowEdge[] => {
    const [one, other] = [known.get(from), known.get(to)];
    if (!one || !other) return [];
    const path = kind === 'return' ? around(one, other, height - lane / 2) : across(one, other);
    return [{ id: edgeOf(from, to), kind, path }];
  };
  const edges = [
    ...commands.flatMap(({ name }) => edge('gateway', `command ${name}`, 'call')),
    ...commands.flatMap(({ name }) => edge(`command ${name}`, 'outbox', 'write')),
    ...ticks.flatMap(({ name }) => edge('clock', `reaction ${name}`, 'tick')),
    ...ticks.flatMap(({ name }) => edge(`reaction ${name}`, 'outbox', 'write')),
    ...edge('outbox', 'relay', 'publish'),
    ...ways.flatMap((name) => edge('relay', `topic ${name}`, 'publish')),
    ...reactions.flatMap(({ name, filters, topic, follows }) => [
      ...(filters ? edge('topic task-events', `reaction ${name}`, 'trigger') : []),
      ...(topic ? edge(`topic ${topic}`, `reaction ${name}`, 'source') : []),
      ...(follows ? edge(`topic ${follows}`, `reaction ${name}`, 'source') : []),
      ...edge(`reaction ${name}`, 'dead', 'dead'),
      ...edge(`reaction ${name}`, 'outbox', 'return'),
    ]),
  ];
  return { nodes, edges, width: columns.reaction + functionWidth + 30, height };
}

/** From the right side of one to the left side of the other; to the left it leaves and arrives on the facing sides. */
function across(one: FlowNode, other: FlowNode): string {
  const forward = other.x >= one.x + one.width;
  const from = { x: forward ? one.x + one.width : one.x, y: one.y + one.height / 2 };
  const to = { x: forward ? other.x : other.x + other.width, y: other.y + other.height / 2 };
  const bend = (to.x - from.x) / 2;
  return `M${from.x} ${from.y} C${from.x + bend} ${from.y} ${to.x - bend} ${to.y} ${to.x} ${to.y}`;
}

/** Out at the right, down to the lane, and below everything back and up into the other. */
function around(one: FlowNode, other: FlowNode, y: number): string {
  const from = { x: one.x + one.width, y: one.y + one.height / 2 };
  const to = { x: other.x + other.width / 2, y: other.y + other.height };
  const right = from.x + 20;
  return (
    `M${from.x} ${from.y} Q${right} ${from.y} ${right} ${from.y + 14} L${right} ${y - 14} Q${right} ${y} ${right - 14} ${y} ` +
    `L${to.x + 14} ${y} Q${to.x} ${y} ${to.x} ${y - 14} L${to.x} ${to.y}`
  );
}
