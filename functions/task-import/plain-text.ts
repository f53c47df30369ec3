const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' };

/** The words of a description in HTML, as Markdown where that is nearly the same; other text stays as it is. */
export function plainText(html: string): string {
  if (!/<\/?[a-z][^<>]{0,500}>/i.test(html)) return html;
  return html
    .replaceAll(/<a [^<>]{0,400}?href="([^"<>]{1,2000})"[^<>]{0,400}>([^<]{0,2000})<\/a>/gi, '[$2]($1)')
    .replaceAll(/<\/?(strong|b)>/gi, '**')
    .replaceAll(/<\/?(em|i)>/gi, '_')
    .replaceAll(/<\/?code>/gi, '`')
    .replaceAll(/<li[^<>]{0,500}>/gi, '- ')
    .replaceAll(/<\/(p|h[1-6]|ul|ol|blockquote|pre)>/gi, '\n\n')
    .replaceAll(/<br ?\/?>|<\/(li|div|tr)>/gi, '\n')
    .replaceAll(/<\/?[a-z][^<>]{0,500}>/gi, '')
    .replaceAll(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, name: string) => entities[name]!)
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}
