import { webhookTypes } from '@zerodo/domain/webhook-commands';
import { projectList, projectsPath } from '@/features/projects/project-queries.ts';
import { webhooks, webhooksPath } from '@/features/settings/webhooks/webhook-queries.ts';
import { WebhooksSection } from '@/features/settings/webhooks/webhooks-section.tsx';
import { Filled } from '@/features/workspace/filled.tsx';
import { reading } from '@/lib/first-paint.ts';

export default function Webhooks() {
  const first = Promise.all([
    reading(webhooks.queryKey, webhooksPath),
    reading(projectList.queryKey, projectsPath),
  ]).then((found) => found.flat());
  // The list comes from here, since the catalogue of events with its schemas is nothing for a browser.
  return (
    <Filled first={first}>
      <WebhooksSection types={webhookTypes} />
    </Filled>
  );
}
