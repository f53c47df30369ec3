import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import NotesMarkdown from './markdown.tsx';

const shown = (text: string) => renderToStaticMarkup(createElement(NotesMarkdown, { text }));

describe('notes', () => {
  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg/onload=alert(1)>',
    '<a href="javascript:alert(1)">x</a>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<style>*{display:none}</style>',
    '</p><form action=https://evil.example.org><input name=password>',
    '`<script>`</code><script>alert(1)</script>',
    '| <script>alert(1)</script> |\n| - |\n| <img onerror=x> |',
  ])('show HTML as the words that it is: %s', (text) => {
    const html = shown(text);

    expect(html).not.toMatch(/<(script|img|svg|iframe|style|form|input|object|embed|link|meta|base)\b/i);
    expect(html).not.toMatch(/<[^>]+\s(on\w+|srcdoc|style)=/i);
  });

  it.each([
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](java&#115;cript:alert(1))',
    '[x](\u0001javascript:alert(1))',
    '[x](data:text/html,<script>alert(1)</script>)',
    '[x](vbscript:msgbox(1))',
    '![x](javascript:alert(1))',
    '![x](data:image/svg+xml,<svg/onload=alert(1)>)',
    '<javascript:alert(1)>',
    '[x][1]\n\n[1]: javascript:alert(1)',
  ])('lead to no script: %s', (text) => {
    const hrefs = [...shown(text).matchAll(/(?:href|src)="([^"]*)"/g)].map(([, href]) => href);

    for (const href of hrefs) expect(href).not.toMatch(/^[\s\0-\x20]*(javascript|data|vbscript):/i);
  });

  it('load nothing from elsewhere, and tell the page that a link leads to nothing', () => {
    const html = shown('![pixel](https://evil.example.org/p.gif) [site](https://example.org/)');

    expect(html).not.toMatch(/<img/);
    expect(html.match(/rel="noopener noreferrer nofollow"/g)).toHaveLength(2);
  });
});
