import type { MetadataRoute } from 'next';

/** What a device needs to know to put Zerodo beside its other applications. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    id: '/',
    name: 'Zerodo',
    short_name: 'Zerodo',
    description: 'A to-do list that is exact about time.',
    start_url: '/today',
    scope: '/',
    display: 'standalone',
    background_color: '#fafaf8',
    theme_color: '#fafaf8',
    icons: [
      { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icon-maskable.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
    shortcuts: [
      { name: 'Today', url: '/today' },
      { name: 'Upcoming', url: '/upcoming' },
    ],
  };
}
