const name = 'zerodo-sidebar';

type Cookies = { get(name: string): { value: string } | undefined };

/** Whether this browser last had the sidebar shut; told to the server, so that the first paint has it so. */
export const isSidebarShut = (cookies: Cookies): boolean => cookies.get(name)?.value === 'shut';

export function keepSidebar(shut: boolean): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not everywhere yet
  document.cookie = `${name}=${shut ? 'shut' : 'open'}; path=/; max-age=31536000; samesite=lax`;
}
