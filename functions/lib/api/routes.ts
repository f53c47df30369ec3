// The public API as a table. The gateway's behaviour, the OpenAPI document and the client's types follow from it.
import type { Route } from './route.ts';
import { notificationRoutes } from './routes/notifications.ts';
import { ruleRoutes } from './routes/rules.ts';
import { taskRoutes } from './routes/tasks.ts';

export const routes: readonly Route[] = [...taskRoutes, ...notificationRoutes, ...ruleRoutes];
