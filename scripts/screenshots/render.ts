import { shapes } from './shapes.ts';
import { views } from './views.ts';

/** Pixels wide in the page of all views. */
const width = { phone: 160, desktop: 400 };

export const fileOf = (view: string, shape: string): string => `${view}-${shape}.webp`;

const picture = (view: { name: string; title: string }, device: 'phone' | 'desktop'): string => {
  const of = (scheme: string) => `../images/${fileOf(view.name, `${device}-${scheme}`)}`;
  // Who reads in the dark sees the dark one.
  return `<picture><source media="(prefers-color-scheme: dark)" srcset="${of('dark')}"><img src="${of('light')}" width="${width[device]}" alt="${view.title} on a ${device}"></picture>`;
};

/** The page of all views: every line of the table, with its pictures. */
export const renderViews = (): Record<string, string> => ({
  'views.md': `# Every view

Made by \`npm run generate\` from \`scripts/screenshots/views.ts\`; the pictures by \`npm run screenshots\`, ${shapes.length} of each view: light and
dark, phone and desktop. You see those of the colours that your browser prefers.

| View | On a desktop | On a phone |
|---|---|---|
${views.map((view) => `| **${view.title}**<br>${view.says} | ${picture(view, 'desktop')} | ${picture(view, 'phone')} |`).join('\n')}
`,
});
