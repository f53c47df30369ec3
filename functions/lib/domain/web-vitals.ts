/** The pages of the web application, without what stands in their addresses. */
export const pageNames = [
  'calendar',
  'completed',
  'filter',
  'flow',
  'inbox',
  'label',
  'notifications',
  'project',
  'recurring',
  'search',
  'settings',
  'statistics',
  'today',
  'upcoming',
  'other',
] as const;
