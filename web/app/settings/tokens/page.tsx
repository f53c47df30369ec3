import { TokensSection } from '@/features/settings/tokens/tokens-section.tsx';

export default function Tokens() {
  return <TokensSection />;
}
