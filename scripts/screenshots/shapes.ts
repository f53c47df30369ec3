import type { BrowserContextOptions } from '../../web/e2e/chromium.ts';

/** A browser that is looked through. */
export type Shape = { name: string; options: BrowserContextOptions; language?: string };

const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
const desktop = { viewport: { width: 1280, height: 800 } };

const both = (device: string, options: BrowserContextOptions): Shape[] =>
  (['light', 'dark'] as const).map((colorScheme) => ({
    name: `${device}-${colorScheme}`,
    options: { ...options, colorScheme },
  }));

/** Those of the documentation. */
export const shapes: Shape[] = [...both('phone', phone), ...both('desktop', desktop)];

/** What is looked at besides: tablets, narrow phones, German. */
export const moreShapes: Shape[] = [
  { name: 'tablet-light', options: { viewport: { width: 768, height: 1024 } } },
  { name: 'narrow-light', options: { ...phone, viewport: { width: 360, height: 740 } }, language: 'de-DE' },
  { name: 'german-light', options: desktop, language: 'de-DE' },
];
