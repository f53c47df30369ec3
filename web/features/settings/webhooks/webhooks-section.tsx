'use client';
import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { Card } from '../parts/card.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { Section } from '../parts/section.tsx';
import { useSettingsWords } from '../words/settings-words.ts';
import { SecretWindow } from './secret-window.tsx';
import { WebhookCard } from './webhook-card.tsx';
import { webhooks } from './webhook-queries.ts';
import { WebhookWindow } from './webhook-window.tsx';

/** Every webhook, how it does, and a way to make another. `types` are those that one can be told. */
export function WebhooksSection({ types }: { types: readonly string[] }) {
  const { webhooks: words } = useSettingsWords();
  const query = useQuery(webhooks);
  const [makes, setMakes] = useState(false);
  const [secret, setSecret] = useState<string | null>();
  return (
    <Section name="webhooks">
      <Card
        title={words.title}
        hint={words.hint}
        aside={
          <Button variant="outline" size="small" onClick={() => setMakes(true)}>
            <Plus aria-hidden className="size-4" />
            {words.create}
          </Button>
        }
      >
        <Loaded query={query}>
          {({ items }) =>
            items.length === 0 ? (
              <p className="text-sm text-muted">{words.none}</p>
            ) : (
              <ul aria-label={words.title}>
                {items.map((webhook) => (
                  <WebhookCard key={webhook.id} webhook={webhook} types={types} onSecret={setSecret} />
                ))}
              </ul>
            )
          }
        </Loaded>
      </Card>
      {makes && <WebhookWindow types={types} onClose={() => setMakes(false)} onSecret={setSecret} />}
      <SecretWindow secret={secret} onClose={() => setSecret(undefined)} />
    </Section>
  );
}
