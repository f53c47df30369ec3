'use client';
import { Section } from '../parts/section.tsx';
import { FeedCard } from './feed-card.tsx';
import { TokensCard } from './tokens-card.tsx';

/** What other programs may read and write. */
export function TokensSection() {
  return (
    <Section name="tokens">
      <TokensCard />
      <FeedCard />
    </Section>
  );
}
