const plain = [
  'today',
  'inbox',
  'upcoming',
  'calendar',
  'search',
  'completed',
  'recurring',
  'statistics',
  'notifications',
  'flow',
  'observe',
] as const;

/** The views that everybody has, and operators' own. */
export type PlainView = (typeof plain)[number];

/** Where in the page somebody is: one view, by its address. */
export type Place =
  | { view: PlainView }
  | { view: 'project' | 'filter'; id: string }
  | { view: 'label'; name: string };

const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};

/** The place of an address; what is none of ours is today. */
export function placeOf(pathname: string): Place {
  const [view = '', what = ''] = pathname.split('/').slice(1);
  if ((view === 'project' || view === 'filter') && what) return { view, id: decoded(what) };
  if (view === 'label' && what) return { view, name: decoded(what) };
  return { view: plain.find((name) => name === view) ?? 'today' };
}

export const pathTo = {
  ...(Object.fromEntries(plain.map((name) => [name, `/${name}`])) as Record<PlainView, string>),
  project: (id: string) => `/project/${id}`,
  filter: (id: string) => `/filter/${id}`,
  label: (name: string) => `/label/${encodeURIComponent(name)}`,
};
