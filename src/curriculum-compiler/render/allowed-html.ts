/**
 * Every element and attribute that compiled content may hold. The renderer writes nothing else; this list is the
 * second lock on the door, and what the tests hold against hostile input.
 */
const noAttributes: readonly string[] = [];
const mathAttributes = [
  'accent',
  'class',
  'columnalign',
  'columnspan',
  'depth',
  'display',
  'displaystyle',
  'fence',
  'form',
  'height',
  'linebreak',
  'linethickness',
  'lspace',
  'mathvariant',
  'maxsize',
  'minsize',
  'movablelimits',
  'notation',
  'rowspacing',
  'rowspan',
  'rspace',
  'scriptlevel',
  'separator',
  'stretchy',
  'symmetric',
  'voffset',
  'width',
] as const;

export const allowedHtml: ReadonlyMap<string, readonly string[]> = new Map([
  ['p', noAttributes],
  ['br', noAttributes],
  ['em', noAttributes],
  ['strong', noAttributes],
  ['ul', noAttributes],
  ['ol', ['start']],
  ['li', noAttributes],
  ['blockquote', noAttributes],
  ['a', ['href', 'rel', 'target']],
  ['code', ['class']],
  ['pre', ['tabindex']],
  ['div', ['class', 'tabindex']],
  ['span', ['class', 'role', 'aria-label']],
  ['mark', ['class']],
  ['table', noAttributes],
  ['thead', noAttributes],
  ['tbody', noAttributes],
  ['tr', noAttributes],
  ['th', ['class', 'scope']],
  ['td', ['class']],
  ...(
    [
      'math',
      'menclose',
      'mfrac',
      'mi',
      'mmultiscripts',
      'mn',
      'mo',
      'mover',
      'mpadded',
      'mphantom',
      'mprescripts',
      'mroot',
      'mrow',
      'ms',
      'mspace',
      'msqrt',
      'mstyle',
      'msub',
      'msubsup',
      'msup',
      'mtable',
      'mtd',
      'mtext',
      'mtr',
      'munder',
      'munderover',
      'none',
    ] as const
  ).map((name): [string, readonly string[]] => [name, mathAttributes]),
]);

const tag = /<\/?([a-z][a-z0-9]*)((?:\s+[a-z-]+(?:="[^"<>]*")?)*)\s*\/?>/y;

/** The first thing in compiled HTML that the list does not allow, or `undefined` when all is well. */
export function findForbidden(html: string): string | undefined {
  for (let position = html.indexOf('<'); position >= 0; position = html.indexOf('<', position)) {
    tag.lastIndex = position;
    const match = tag.exec(html);
    const [whole, name = '', attributes = ''] = match ?? [];
    const allowed = allowedHtml.get(name);
    if (whole === undefined || !allowed) return html.slice(position, position + 40);
    for (const [, attribute = '', value = ''] of attributes.matchAll(/([a-z-]+)(?:="([^"]*)")?/g)) {
      if (!allowed.includes(attribute)) return `${attribute} on <${name}>`;
      if (attribute === 'href' && !/^https?:\/\//.test(value)) return `link to ${value}`;
    }
    position += whole.length;
  }
  return undefined;
}
