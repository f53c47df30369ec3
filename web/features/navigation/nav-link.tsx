'use client';
import type { ComponentProps, MouseEvent } from 'react';
import { go } from './go.ts';

type Props = Omit<ComponentProps<'a'>, 'href'> & { href: string; current?: boolean; onGo?(): void };

/** A link between views: a plain click stays in the page, any other does what links do. */
export function NavLink({ href, current = false, onGo, ...props }: Props) {
  const onClick = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(href);
    onGo?.();
  };
  return <a href={href} onClick={onClick} {...(current && { 'aria-current': 'page' })} {...props} />;
}
