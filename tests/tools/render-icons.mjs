/**
 * Renders the PNG icons from public/icons/icon.svg: `node tests/tools/render-icons.mjs`.
 * Run it after changing the drawing, and commit what it writes.
 */
import { readFile } from 'node:fs/promises';
import { chromium } from 'playwright';
import { chromiumFlags, ensureChromium } from './find-browser.mjs';

const FOLDER = new URL('../../public/icons/', import.meta.url);

/**
 * A maskable icon is cropped to any shape by the system: full bleed, and everything that matters
 * within the middle 80 %.
 * @param {string} svg @param {{ bleed: boolean, scale: number }} shape
 */
const shaped = (svg, { bleed, scale }) => {
  const ground = bleed ? svg.replace(/(<rect id="ground"[^>]*) rx="\d+"/, '$1') : svg;
  const shift = 256 * (1 - scale);
  return ground.replace(
    '<g id="cairn">',
    `<g id="cairn" transform="translate(${shift} ${shift}) scale(${scale})">`,
  );
};

const ICONS = [
  { file: 'icon-192.png', size: 192, bleed: false, scale: 1 },
  { file: 'icon-512.png', size: 512, bleed: false, scale: 1 },
  { file: 'icon-maskable-512.png', size: 512, bleed: true, scale: 0.82 },
  // iOS rounds the corners itself and shows transparency as black.
  { file: 'apple-touch-icon.png', size: 180, bleed: true, scale: 0.9 },
];

const svg = await readFile(new URL('icon.svg', FOLDER), 'utf8');
const browser = await chromium.launch({ executablePath: ensureChromium(), args: chromiumFlags() });
const page = await browser.newPage();
for (const { file, size, bleed, scale } of ICONS) {
  await page.setViewportSize({ width: size, height: size });
  const drawing = shaped(svg, { bleed, scale }).replace(
    'width="512" height="512">',
    `width="${size}" height="${size}" style="display:block">`,
  );
  await page.setContent(`<body style="margin:0;background:transparent">${drawing}</body>`);
  await page.screenshot({ path: new URL(file, FOLDER).pathname, omitBackground: true });
  console.log(`public/icons/${file}`);
}
await browser.close();
