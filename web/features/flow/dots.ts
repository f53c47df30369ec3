import { type Hop, hopMs, type Tone } from './choreography.ts';

/** More than this at once nobody can follow. */
const most = 120;
const radius = 4.5;
const colours: Record<Tone, string> = {
  flow: 'fill-accent',
  cold: 'fill-tag',
  trouble: 'fill-danger',
};

type Dot = { circle: SVGCircleElement; way: SVGPathElement; length: number; begins: number };

/**
 * Moves dots along the edges of a picture, whose paths have the edge in `data-edge`. React draws the picture and not its
 * dots, which would be drawn sixty times a second.
 */
export function dotsIn(layer: SVGGElement) {
  const dots = new Set<Dot>();
  let frame = 0;

  const move = (now: number) => {
    for (const dot of dots) {
      const share = (now - dot.begins) / hopMs;
      if (share >= 1) {
        dot.circle.remove();
        dots.delete(dot);
        continue;
      }
      const eased = share < 0 ? 0 : share * share * (3 - 2 * share);
      const { x, y } = dot.way.getPointAtLength(dot.length * eased);
      dot.circle.setAttribute('cx', String(x));
      dot.circle.setAttribute('cy', String(y));
      dot.circle.setAttribute('opacity', share < 0 ? '0' : '1');
    }
    frame = dots.size > 0 ? requestAnimationFrame(move) : 0;
  };

  return {
    add(hops: readonly Hop[]) {
      const now = performance.now();
      for (const { edge, delay, tone } of hops) {
        if (dots.size >= most) return;
        const way = layer.ownerSVGElement?.querySelector<SVGPathElement>(`[data-edge="${CSS.escape(edge)}"]`);
        if (!way) continue;
        const circle = document.createElementNS('http://www.w3.org/2000/svg', 'circle');
        circle.setAttribute('r', String(radius));
        circle.setAttribute('class', colours[tone]);
        circle.setAttribute('opacity', '0');
        layer.append(circle);
        dots.add({ circle, way, length: way.getTotalLength(), begins: now + delay });
      }
      if (!frame) frame = requestAnimationFrame(move);
    },
    clear() {
      cancelAnimationFrame(frame);
      frame = 0;
      dots.clear();
      layer.replaceChildren();
    },
  };
}
