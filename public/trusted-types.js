/**
 * The gate in front of every HTML and script sink (Trusted Types default policy).
 *
 * The page's Content-Security-Policy requires Trusted Types. Solid 1 writes its templates through
 * `innerHTML`, and so do compiled cards, as plain strings: the browser hands each such string to
 * the policy named `default`. This file installs it before any module runs. It is a second lock:
 * the compiler escapes all content already, and the CSP blocks inline script and style anyway.
 *
 * A plain script, not a module: modules are deferred, and this has to be first. Minified in builds.
 */
(() => {
  'use strict';
  const types = globalThis.trustedTypes;
  if (types === undefined) return;

  /** Elements that run or load something, or that make one string parse in two ways. */
  const FORBIDDEN_ELEMENTS = new Set([
    'script',
    'iframe',
    'frame',
    'frameset',
    'object',
    'embed',
    'applet',
    'base',
    'meta',
    'link',
    'style',
    'template',
    'portal',
    // Parsed differently with and without scripting or in foreign content: the classic detour
    // around an inspection that parses the string once more than the page does.
    'noscript',
    'noembed',
    'noframes',
    'xmp',
    'plaintext',
    'listing',
    'annotation-xml',
    'foreignobject',
    // SVG animation can set an attribute to `javascript:` after the inspection.
    'animate',
    'animatemotion',
    'animatetransform',
    'set',
  ]);
  const FORBIDDEN_ATTRIBUTES = new Set(['style', 'srcdoc', 'formaction', 'ping', 'http-equiv']);
  const URL_ATTRIBUTES = new Set(['href', 'xlink:href', 'src', 'action', 'data', 'poster', 'to']);
  const SCRIPT_URL = /^(?:javascript|vbscript|livescript|data:text\/html)/i;
  // What a browser ignores at the front of or inside a URL scheme.
  // oxlint-disable-next-line no-control-regex
  const IGNORED_IN_URL = /[\u0000-\u0020\u007f-\u00a0\u200b-\u200d\u2028\u2029\ufeff]/g;

  // Only this closure can reach it; its result goes into an inert template and nowhere else.
  const inspect = types.createPolicy('cairn-inspect', { createHTML: (html) => html });
  const bench = document.createElement('template');

  /** @param {string} what */
  const refuse = (what) => {
    throw new TypeError(`Refused by the Trusted Types policy: ${what}`);
  };

  /** @param {Element} element */
  const inspectElement = (element) => {
    const name = element.localName.toLowerCase();
    if (FORBIDDEN_ELEMENTS.has(name)) refuse(`<${name}>`);
    for (const attribute of element.attributes) {
      const key = attribute.name.toLowerCase();
      if (key.startsWith('on') || FORBIDDEN_ATTRIBUTES.has(key)) refuse(`${key}= on <${name}>`);
      if (URL_ATTRIBUTES.has(key) && SCRIPT_URL.test(attribute.value.replace(IGNORED_IN_URL, ''))) {
        refuse(`a script URL in ${key}= on <${name}>`);
      }
    }
  };

  types.createPolicy('default', {
    createHTML(html) {
      // Most strings carry no markup worth a parse.
      if (!html.includes('<')) return html;
      bench.innerHTML = inspect.createHTML(html);
      const { content } = bench;
      try {
        for (const element of content.querySelectorAll('*')) inspectElement(element);
      } finally {
        content.replaceChildren();
      }
      return html;
    },
    /** Workers and the service worker: our own files only (a blob: URL shares our origin, so the scheme counts). */
    createScriptURL(url) {
      const target = new URL(url, document.baseURI);
      if (target.origin !== location.origin || target.protocol !== location.protocol) {
        refuse(`script from ${target.protocol}//${target.host}`);
      }
      return url;
    },
    createScript() {
      return refuse('a script made from a string');
    },
  });
})();
