'use client';
import { clsx } from 'clsx';
import Markdown, { type Components } from 'react-markdown';
import remarkGfm from 'remark-gfm';

const link =
  'text-accent underline underline-offset-2 hover:text-accent-strong [overflow-wrap:anywhere] rounded-sm';

/** Headings inside a panel: below its own. */
const heading = 'mt-3 mb-1 text-[0.9375rem] font-semibold first:mt-0';

const components: Components = {
  a: ({ href, children }) => (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow" className={link}>
      {children}
    </a>
  ),
  // Our policy loads pictures from nowhere else: a link leads to it.
  img: ({ src, alt }) =>
    typeof src === 'string' ? (
      <a href={src} target="_blank" rel="noopener noreferrer nofollow" className={link}>
        {alt || src}
      </a>
    ) : null,
  h1: ({ children }) => <h3 className={heading}>{children}</h3>,
  h2: ({ children }) => <h3 className={heading}>{children}</h3>,
  h3: ({ children }) => <h3 className={heading}>{children}</h3>,
  h4: ({ children }) => <h4 className={heading}>{children}</h4>,
  h5: ({ children }) => <h4 className={heading}>{children}</h4>,
  h6: ({ children }) => <h4 className={heading}>{children}</h4>,
  p: ({ children }) => <p className="my-1.5 first:mt-0 last:mb-0">{children}</p>,
  ul: ({ children, className }) => (
    <ul
      className={clsx(
        'my-1.5 space-y-0.5',
        className?.includes('task-list') ? 'list-none' : 'list-disc pl-5',
      )}
    >
      {children}
    </ul>
  ),
  ol: ({ children, start }) => (
    <ol start={start} className="my-1.5 list-decimal space-y-0.5 pl-5">
      {children}
    </ol>
  ),
  input: ({ checked }) => (
    <span role="img" aria-label={checked ? '☑' : '☐'} className="mr-2 text-muted">
      {checked ? '☑' : '☐'}
    </span>
  ),
  blockquote: ({ children }) => (
    <blockquote className="my-2 border-l-2 border-line-strong pl-3 text-muted">{children}</blockquote>
  ),
  code: ({ children }) => (
    <code className="rounded bg-sunken px-1 py-0.5 font-mono text-[0.8125rem]">{children}</code>
  ),
  pre: ({ children }) => (
    <pre className="my-2 rounded-lg bg-sunken p-2.5 whitespace-pre-wrap [&_code]:bg-transparent [&_code]:p-0">
      {children}
    </pre>
  ),
  hr: () => <hr className="my-3 border-line" />,
  table: ({ children }) => (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
    <div tabIndex={0} className="my-2 overflow-x-auto">
      <table className="text-[0.8125rem]">{children}</table>
    </div>
  ),
  th: ({ children }) => <th className="border border-line px-2 py-1 text-left font-semibold">{children}</th>,
  td: ({ children }) => <td className="border border-line px-2 py-1">{children}</td>,
};

const plugins = [remarkGfm];

/** Notes as their author meant them: Markdown with tables and strikethrough. HTML in it is shown as text. */
export default function NotesMarkdown({ text }: { text: string }) {
  return (
    <Markdown remarkPlugins={plugins} components={components}>
      {text}
    </Markdown>
  );
}
