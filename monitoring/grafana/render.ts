import { cluster } from './pages/cluster.ts';
import { events } from './pages/events.ts';
import { oneFunction } from './pages/function.ts';
import { overview } from './pages/overview.ts';
import { reminders } from './pages/reminders.ts';
import { stores } from './pages/stores.ts';
import { webVitals } from './pages/web-vitals.ts';
import { dashboard } from './panels.ts';

const pages = [overview, oneFunction, events, reminders, stores, cluster, webVitals];

/** monitoring/grafana/dashboards: what Grafana is given, a file each. */
export const renderDashboards = (): Record<string, string> =>
  Object.fromEntries(
    pages.map((page) => [`${page.name}.json`, `${JSON.stringify(dashboard(page), null, 2)}\n`]),
  );
