import type { ManifestOptions } from 'vite-plugin-pwa';

/**
 * What the system reads when the app is installed.
 *
 * @param base the path the app is served from
 * @param title what the curriculum leads to
 */
export const webManifest = (base: string, title: string): Partial<ManifestOptions> => ({
  // Stays the same for ever: a changed id is another app to the system.
  id: base,
  name: 'Cairn',
  short_name: 'Cairn',
  description: `${title}: flashcards, milestones and a map. Works offline, no account.`,
  lang: 'en',
  dir: 'ltr',
  scope: base,
  start_url: base,
  display: 'standalone',
  background_color: '#faf7f0',
  theme_color: '#faf7f0',
  categories: ['education', 'productivity'],
  // A second tap on the icon must not interrupt a session that is open already.
  launch_handler: { client_mode: 'navigate-existing' },
  icons: [
    { src: 'icons/icon-192.png', sizes: '192x192', type: 'image/png' },
    { src: 'icons/icon-512.png', sizes: '512x512', type: 'image/png' },
    { src: 'icons/icon.svg', sizes: 'any', type: 'image/svg+xml' },
    {
      src: 'icons/icon-maskable-512.png',
      sizes: '512x512',
      type: 'image/png',
      purpose: 'maskable',
    },
  ],
  screenshots: [
    {
      src: 'screenshots/narrow.png',
      sizes: '390x844',
      type: 'image/png',
      form_factor: 'narrow',
      label: 'Studying a card on a phone',
    },
    {
      src: 'screenshots/wide.png',
      sizes: '1440x900',
      type: 'image/png',
      form_factor: 'wide',
      label: 'The progression map on a desktop',
    },
  ],
  // The service worker takes it in (take-share.ts); nothing shared leaves the device. Text that is shared by GET, as
  // manifests of earlier installs have it, is taken at the same address.
  share_target: {
    action: `${base}milestones/wins`,
    method: 'POST',
    enctype: 'multipart/form-data',
    params: {
      title: 'title',
      text: 'text',
      url: 'link',
      files: [
        {
          name: 'file',
          accept: [
            'image/png',
            'image/jpeg',
            'image/webp',
            'application/pdf',
            '.png',
            '.jpg',
            '.jpeg',
            '.webp',
            '.pdf',
          ],
        },
      ],
    },
  },
  shortcuts: [
    {
      name: 'Log a win',
      description: 'Note something good before it is forgotten',
      url: `${base}milestones/wins?log`,
      icons: [{ src: 'icons/icon-192.png', sizes: '192x192', type: 'image/png' }],
    },
    {
      name: 'Study',
      description: 'Start today’s session',
      url: `${base}study`,
      icons: [{ src: 'icons/icon-192.png', sizes: '192x192', type: 'image/png' }],
    },
    {
      name: 'Map',
      description: 'See the climb from entry level to staff',
      url: `${base}map`,
      icons: [{ src: 'icons/icon-192.png', sizes: '192x192', type: 'image/png' }],
    },
  ],
});
