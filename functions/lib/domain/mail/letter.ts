// A mail twice: as text and as HTML. Whatever people wrote is escaped in the one and folded to a line in headers.

export type Letter = { subject: string; text: string; html: string };

export type Section = { heading?: string; lines: readonly { words: string; url?: string }[] };

const replacements: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escapeHtml = (words: string): string => words.replace(/[&<>"']/g, (sign) => replacements[sign]!);

/** One line without control characters, at most `length` characters: nothing of it becomes a header. */
export const oneLine = (words: string, length = 150): string => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  const line = words.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim();
  return line.length > length
    ? `${Array.from(line)
        .slice(0, length - 1)
        .join('')}…`
    : line;
};

/** `footer` stands below in small print; its last line is a link. */
export function letter(
  subject: string,
  sections: readonly Section[],
  action: { words: string; url: string },
  footer: { why: string; unsubscribe: { words: string; url: string } },
  language: string,
): Letter {
  const text = [
    ...sections.flatMap(({ heading, lines }) => [
      ...(heading ? [`${heading}:`] : []),
      ...lines.map(({ words }) => (heading ? `- ${words}` : words)),
      '',
    ]),
    `${action.words}: ${action.url}`,
    '',
    '-- ',
    footer.why,
    `${footer.unsubscribe.words}: ${footer.unsubscribe.url}`,
    '',
  ].join('\n');
  const body = sections
    .map(({ heading, lines }) => {
      const items = lines.map(({ words, url }) => {
        const escaped = escapeHtml(words).replaceAll('\n', '<br>');
        return url ? `<a href="${escapeHtml(url)}" style="color:inherit">${escaped}</a>` : escaped;
      });
      return heading
        ? `<h2 style="font-size:16px;margin:20px 0 4px">${escapeHtml(heading)}</h2><ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`
        : items.map((item) => `<p style="margin:0 0 8px">${item}</p>`).join('');
    })
    .join('');
  const html = `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>
<body style="font:16px/1.5 system-ui,sans-serif;color:#1c1c1e;max-width:36rem;margin:0 auto;padding:24px">
${body}
<p style="margin:20px 0"><a href="${escapeHtml(action.url)}" style="background:#2f5bd8;color:#fff;padding:10px 16px;border-radius:8px;text-decoration:none">${escapeHtml(action.words)}</a></p>
<p style="font-size:13px;color:#5c5c66">${escapeHtml(footer.why)}<br><a href="${escapeHtml(footer.unsubscribe.url)}" style="color:inherit">${escapeHtml(footer.unsubscribe.words)}</a></p>
</body></html>
`;
  return { subject: oneLine(subject), text, html };
}
