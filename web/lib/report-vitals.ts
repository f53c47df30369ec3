import { pageName, type WebVitals } from '@zerodo/domain/web-vitals';
import { type Metric, onCLS, onFCP, onINP, onLCP, onTTFB } from 'web-vitals';

let begun = false;

/**
 * Measures how the page that was loaded feels and says so to our own API when it is left; nobody else is told. Only where the
 * installation measures anything: see OTEL_EXPORTER_OTLP_ENDPOINT.
 */
export function reportVitals(): void {
  if (begun) return;
  begun = true;
  const page = pageName(window.location.pathname);
  let waiting: WebVitals['vitals'] = [];
  const note = ({ name, value }: Metric) => {
    waiting.push({ name: name.toLowerCase() as WebVitals['vitals'][number]['name'], value });
  };
  for (const measure of [onCLS, onFCP, onINP, onLCP, onTTFB]) measure(note);

  const send = () => {
    if (document.visibilityState !== 'hidden' || waiting.length === 0) return;
    const said: WebVitals = { page, vitals: waiting };
    waiting = [];
    // Whether it arrives makes no difference to whoever leaves.
    fetch('/api/v1/web-vitals', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      credentials: 'same-origin',
      keepalive: true,
      body: JSON.stringify(said),
    }).catch(() => {});
  };
  document.addEventListener('visibilitychange', send);
  window.addEventListener('pagehide', send);
}
