import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { ROUTES } from './support/app.ts';
import { expect, serve, test } from './fixtures.ts';

test.describe('Content-Security-Policy and Trusted Types', () => {
  // The guard of every test collects violations, errors and foreign requests on the way.
  test('no route breaks the policy or asks another origin', async ({ app }) => {
    await app.welcome();
    for (const route of ROUTES) await app.goto(route);
  });

  test('the server sends the same policy as a header, and forbids framing', async ({ request }) => {
    const server = await serve();
    for (const path of ['', 'study', 'sw.js', 'skills/math.prob']) {
      const response = await request.get(server.url + path, { headers: { accept: 'text/html' } });
      const policy = response.headers()['content-security-policy'] ?? '';
      expect(policy, path).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
      expect(policy, path).toContain("frame-ancestors 'none'");
      expect(policy, path).not.toContain('unsafe');
    }
    const hidden = await request.get(`${server.url}.vite/manifest.json`);
    expect(hidden.status()).toBe(404);
    await server.close();
  });
});

/** Handmade, one for each rule of the policy and a few detours around it. */
const REFUSED = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<p OnClick="alert(1)">x</p>',
  '<svg/onload=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href=" java\tscript:alert(1)">x</a>',
  '<a href="&#106;avascript:alert(1)">x</a>',
  '<iframe srcdoc="x"></iframe>',
  '<object data="x"></object>',
  '<embed src="x">',
  '<base href="//example.org/">',
  '<meta http-equiv="refresh" content="0">',
  '<link rel="stylesheet" href="x">',
  '<p style="color:red">x</p>',
  '<style>p{color:red}</style>',
  '<svg><animate attributeName="href" to="javascript:alert(1)"/></svg>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<math><annotation-xml encoding="text/html"><p>x</p></annotation-xml></math>',
  '<button formaction="javascript:alert(1)">x</button>',
];
const LET_THROUGH = [
  'plain text, a < b and c > d',
  '<p>onclick= and javascript: as words, <code>&lt;script&gt;</code></p>',
  '<p title="JavaScript: the good parts">x</p>',
  '<a href="https://example.org/" rel="noopener noreferrer" target="_blank">x</a>',
  '<math><mi>x</mi><mo>=</mo><mn>1</mn></math>',
  '<svg viewBox="0 0 1 1"><path d="M0 0h1"/></svg>',
  '<pre tabindex="0"><code><span class="tok-keyword">def</span> f(): ...</code></pre>',
];

/** Writes each string into a fresh element and says which were refused. */
const tryAll = (strings: readonly string[]): boolean[] =>
  strings.map((html) => {
    try {
      document.createElement('div').innerHTML = html;
      return true;
    } catch {
      return false;
    }
  });

test('the Trusted Types policy refuses active content and nothing else', async ({
  app,
  page,
  guard,
}) => {
  // Chromium reports a handler or a style as it parses it, even in the inert inspection.
  guard.allow(/Content[- ]Security|CSP violation/i);
  await app.goto();
  expect(await page.evaluate(tryAll, REFUSED)).toEqual(REFUSED.map(() => false));
  expect(await page.evaluate(tryAll, LET_THROUGH)).toEqual(LET_THROUGH.map(() => true));
});

test('script addresses are our own, and strings never become scripts', async ({
  app,
  page,
  guard,
}) => {
  guard.allow(/Trusted|Content[- ]Security|CSP violation/i);
  await app.goto();
  const admitted = await page.evaluate(() => {
    const attempt = (act: () => unknown): boolean => {
      try {
        act();
        return true;
      } catch {
        return false;
      }
    };
    const script = document.createElement('script');
    return {
      own: attempt(() => (script.src = new URL('sw.js', document.baseURI).href)),
      foreign: attempt(() => (script.src = 'https://example.org/x.js')),
      data: attempt(() => (script.src = 'data:text/javascript,alert(1)')),
      blob: attempt(() => (script.src = URL.createObjectURL(new Blob(['alert(1)'])))),
      text: attempt(() => (script.text = 'alert(1)')),
      // oxlint-disable-next-line typescript/no-implied-eval
      timer: attempt(() => setTimeout('alert(1)', 0)),
    };
  });
  expect(admitted).toEqual({
    own: true,
    foreign: false,
    data: false,
    blob: false,
    text: false,
    timer: false,
  });
});

/** 7,410 published payloads; not part of the repository. */
const PAYLOADS = fileURLToPath(
  new URL('../../../shared/data/xss/payloads.json.gz', import.meta.url),
);

test('published XSS payloads run nothing and leave nothing active behind', async ({
  app,
  page,
  guard,
}) => {
  test.skip(!existsSync(PAYLOADS), 'the payload collection is not here');
  // Complaints are welcome here; a request to somewhere else still is not.
  guard.allow(/^error: /);
  const parsed: unknown = JSON.parse(gunzipSync(readFileSync(PAYLOADS)).toString('utf8'));
  const payloads = (Array.isArray(parsed) ? parsed : []).map((one: unknown) =>
    typeof one === 'string' ? one : JSON.stringify(one),
  );
  expect(payloads.length).toBeGreaterThan(1000);
  let dialogs = 0;
  page.on('dialog', (dialog) => {
    dialogs += 1;
    void dialog.dismiss();
  });
  await app.goto();
  const active = await page.evaluate((strings) => {
    const host = document.createElement('div');
    document.body.append(host);
    const found: string[] = [];
    for (const html of strings) {
      try {
        host.innerHTML = html;
      } catch {
        continue;
      }
      for (const element of host.querySelectorAll('*')) {
        const hasHandler = [...element.attributes].some(({ name }) => /^on/i.test(name));
        if (hasHandler || element.matches('script, iframe, object, embed, base, meta, link')) {
          found.push(html.slice(0, 120));
        }
      }
      host.replaceChildren();
    }
    host.remove();
    return found;
  }, payloads);
  expect(active).toEqual([]);
  expect(dialogs).toBe(0);
});
