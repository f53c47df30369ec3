'use client';
import { clsx } from 'clsx';
import { type RefObject, useMemo } from 'react';
import { useFlowWords } from './flow-words.ts';
import { type EdgeKind, headings, type Layout } from './layout.ts';
import { PictureNode } from './picture-node.tsx';
import type { Shown } from './use-stage.ts';

const looks: Record<EdgeKind, string> = {
  call: 'stroke-line',
  write: 'stroke-line',
  publish: 'stroke-line-strong',
  trigger: 'stroke-accent/45',
  source: 'stroke-tag/50 [stroke-dasharray:5_4]',
  tick: 'stroke-line [stroke-dasharray:2_4]',
  dead: 'stroke-danger/30 [stroke-dasharray:3_4]',
  return: 'stroke-line [stroke-dasharray:1_5]',
};

const columns = Object.keys(headings) as (keyof typeof headings)[];

type Props = {
  layout: Layout;
  shown: ReadonlyMap<string, Shown>;
  /** Boxes and edges on the way of what is chosen; null when nothing is. */
  chosen: { nodes: ReadonlySet<string>; edges: ReadonlySet<string> } | null;
  deadLetters: number;
  layer: RefObject<SVGGElement | null>;
};

/** The whole installation, from left to right as an event travels. What it says is in the list beside it as well. */
export function Picture({ layout, shown, chosen, deadLetters, layer }: Props) {
  const words = useFlowWords();
  const edges = useMemo(
    () =>
      layout.edges.map(({ id, kind, path }) => (
        <path
          key={id}
          d={path}
          data-edge={id}
          fill="none"
          className={clsx(
            'transition-[stroke,opacity] duration-300',
            chosen?.edges.has(id) ? 'stroke-accent [stroke-width:2.5]' : `${looks[kind]} [stroke-width:1.25]`,
            chosen && !chosen.edges.has(id) && 'opacity-40',
          )}
        />
      )),
    [layout, chosen],
  );
  return (
    <svg
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      role="img"
      aria-label={words.picture}
      className="block h-auto w-full min-w-[56rem] select-none"
    >
      {columns.map((column) => (
        <text
          key={column}
          x={headings[column]}
          y={22}
          textAnchor="middle"
          className="fill-muted text-[12px] font-semibold"
        >
          {words.columns[column]}
        </text>
      ))}
      {edges}
      {layout.nodes.map((node) => (
        <PictureNode
          key={node.id}
          node={node}
          shown={shown.get(node.id)}
          faded={chosen !== null && !chosen.nodes.has(node.id)}
          deadLetters={deadLetters}
        />
      ))}
      <g ref={layer} />
    </svg>
  );
}
