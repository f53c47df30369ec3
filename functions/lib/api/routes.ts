// The public API as a table. The gateway's behaviour, the OpenAPI document and the client's types follow from it.
import type { Route } from './route.ts';
import { dataRoutes } from './routes/data.ts';
import { filterRoutes } from './routes/filters.ts';
import { labelRoutes } from './routes/labels.ts';
import { notificationRoutes } from './routes/notifications.ts';
import { operationRoutes } from './routes/operations.ts';
import { invitationRoutes, projectRoutes } from './routes/projects.ts';
import { ruleRoutes } from './routes/rules.ts';
import { seriesRoutes } from './routes/series.ts';
import { settingsRoutes } from './routes/settings.ts';
import { statsRoutes } from './routes/stats.ts';
import { taskRoutes } from './routes/tasks.ts';
import { webVitalRoutes } from './routes/web-vitals.ts';

export const routes: readonly Route[] = [
  ...taskRoutes,
  ...seriesRoutes,
  ...projectRoutes,
  ...invitationRoutes,
  ...labelRoutes,
  ...filterRoutes,
  ...statsRoutes,
  ...notificationRoutes,
  ...ruleRoutes,
  ...settingsRoutes,
  ...dataRoutes,
  ...operationRoutes,
  ...webVitalRoutes,
];
