'use client';
import type { FlowStep } from '@zerodo/domain/flow';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { choreographer, type Light, type Tone } from './choreography.ts';
import { dotsIn } from './dots.ts';
import type { FlowRecord } from './record.ts';

/** How long a box stays lit, in milliseconds. */
const litMs = 1_600;

/** More than this at once is what happened while nobody looked, or more than anybody could follow. */
const mostPlayed = 200;

/** What a box shows: whether something has just come to it, and the last step that it took. */
export type Shown = { lit: Tone | null; last: FlowStep | null };

/** Plays what is new on the picture; with reduced motion nothing moves, and boxes light up at once. */
export function useStage(
  record: FlowRecord | null,
  still: boolean,
  layer: RefObject<SVGGElement | null>,
): ReadonlyMap<string, Shown> {
  const [shown, setShown] = useState<ReadonlyMap<string, Shown>>(new Map());
  const play = useRef(choreographer());
  const dots = useRef<ReturnType<typeof dotsIn> | null>(null);
  const timers = useRef(new Set<ReturnType<typeof setTimeout>>());
  const begun = useRef(false);

  useEffect(() => {
    const pending = timers.current;
    return () => {
      for (const timer of pending) clearTimeout(timer);
      dots.current?.clear();
      dots.current = null;
    };
  }, []);

  useEffect(() => {
    if (!record || record.fresh.events.length + record.fresh.steps.length === 0) return;
    const { hops, lights } = play.current(record, performance.now());
    const later = (ms: number, work: () => void) => {
      const timer = setTimeout(() => {
        timers.current.delete(timer);
        work();
      }, ms);
      timers.current.add(timer);
    };
    // What was there before anybody looked is known, and is not played.
    const past = !begun.current || record.fresh.steps.length > mostPlayed;
    begun.current = true;
    if (past) {
      setShown((before) => unlit(lit(before, lights), lights));
      return;
    }
    if (!still && layer.current) {
      dots.current ??= dotsIn(layer.current);
      dots.current.add(hops);
    }
    for (const [delay, group] of Map.groupBy(lights, (light) => (still ? 0 : Math.max(0, light.delay)))) {
      later(delay, () => setShown((before) => lit(before, group)));
      later(delay + litMs, () => setShown((before) => unlit(before, group)));
    }
  }, [record, still, layer]);

  return shown;
}

function lit(before: ReadonlyMap<string, Shown>, lights: Light[]): ReadonlyMap<string, Shown> {
  const after = new Map(before);
  for (const { node, tone, step } of lights) {
    after.set(node, { lit: tone, last: step ?? after.get(node)?.last ?? null });
  }
  return after;
}

function unlit(before: ReadonlyMap<string, Shown>, lights: Light[]): ReadonlyMap<string, Shown> {
  const after = new Map(before);
  for (const { node } of lights) after.set(node, { lit: null, last: after.get(node)?.last ?? null });
  return after;
}
