'use client';
import { clsx } from 'clsx';
import { memo } from 'react';
import type { Tone } from './choreography.ts';
import { useFlowWords } from './flow-words.ts';
import { isTrouble } from './journeys.ts';
import type { FlowNode } from './layout.ts';
import { inMs } from './ms.ts';
import type { Shown } from './use-stage.ts';

const litAs: Record<Tone, string> = {
  flow: 'fill-accent-soft stroke-accent',
  cold: 'fill-tag-soft stroke-tag',
  trouble: 'fill-danger-soft stroke-danger',
};

type Props = { node: FlowNode; shown: Shown | undefined; faded: boolean; deadLetters: number };

/** One box. A function says how long it last took and whether it had to be started for it. */
export const PictureNode = memo(function PictureNode({ node, shown, faded, deadLetters }: Props) {
  const words = useFlowWords();
  const { kind, name, x, y, width, height, schedule } = node;
  const lit = shown?.lit ?? null;
  const last = shown?.last ?? null;
  const isDead = kind === 'dead';
  // A high box has its name above the time, a low one beside it.
  const high = height >= 40;
  const [middle, line] = [x + width / 2, y + height / 2];
  const box = clsx(
    'transition-[fill,stroke] duration-300 [stroke-width:1.5]',
    lit
      ? litAs[lit]
      : isDead && deadLetters > 0
        ? 'fill-danger-soft stroke-danger'
        : 'fill-surface stroke-line-strong/60',
  );
  const under = {
    gateway: words.under.gateway,
    clock: words.under.clock,
    outbox: words.under.outbox,
    relay: last ? inMs(last.ms) : words.under.relay,
    dead: deadLetters > 0 ? words.deadLetters.waiting(deadLetters) : words.deadLetters.none,
    topic: null,
    function: null,
  }[kind];
  return (
    <g className={clsx('transition-opacity duration-300', faded && 'opacity-45')} data-node={node.id}>
      {kind === 'outbox' ? (
        <Cylinder x={x} y={y} width={width} height={height} className={box} />
      ) : (
        <rect
          x={x}
          y={y}
          width={width}
          height={height}
          rx={kind === 'topic' || isDead ? height / 2 : 8}
          className={box}
        />
      )}
      {kind === 'function' ? (
        <>
          <text x={x + 10} y={line + (high && last ? -3 : 4)} className="fill-ink text-[12px] font-medium">
            {name}
            {schedule && <tspan className="fill-muted"> ◷</tspan>}
          </text>
          {last && (
            <text
              x={high ? x + 10 : x + width - 9}
              y={line + (high ? 13 : 4)}
              textAnchor={high ? 'start' : 'end'}
              className={clsx(
                'text-[11px] tabular-nums',
                isTrouble(last) ? 'fill-danger' : last.coldMs !== null ? 'fill-tag' : 'fill-muted',
              )}
            >
              {isTrouble(last) ? '✕ ' : last.coldMs !== null ? '❄ ' : ''}
              {inMs(last.ms)}
            </text>
          )}
        </>
      ) : (
        <>
          <text
            x={middle}
            y={under ? line - 2 : line + 4}
            textAnchor="middle"
            className={clsx(
              'text-[12px] font-medium',
              isDead && deadLetters > 0 ? 'fill-danger' : 'fill-ink',
            )}
          >
            {name}
          </text>
          {under && (
            <text
              x={middle}
              y={line + 13}
              textAnchor="middle"
              className={clsx('text-[11px]', isDead && deadLetters > 0 ? 'fill-danger' : 'fill-muted')}
            >
              {under}
            </text>
          )}
        </>
      )}
    </g>
  );
});

type Body = { x: number; y: number; width: number; height: number; className: string };

/** A database, as everybody draws one. */
function Cylinder({ x, y, width, height, className }: Body) {
  const bow = 12;
  const top = `M${x} ${y + bow} a${width / 2} ${bow} 0 0 1 ${width} 0`;
  return (
    <g className={className}>
      <path d={`${top} v${height - 2 * bow} a${width / 2} ${bow} 0 0 1 ${-width} 0 z`} />
      <path d={`M${x} ${y + bow} a${width / 2} ${bow} 0 0 0 ${width} 0`} fill="none" />
    </g>
  );
}
