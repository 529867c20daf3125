/**
 * A theme whose colours are not colours but names: each stands for one class of `src/ui/compiled.css`, where both themes
 * of the app give it a real colour. So no colour, and no inline style, gets into the compiled content.
 */
const scopesOfClass: readonly (readonly [className: string, scopes: readonly string[]])[] = [
  ['tok-comment', ['comment', 'punctuation.definition.comment']],
  ['tok-string', ['string', 'punctuation.definition.string', 'markup.inline.raw']],
  [
    'tok-number',
    [
      'constant.numeric',
      'constant.language',
      'constant.character',
      'constant.other',
      'keyword.other.unit',
    ],
  ],
  ['tok-keyword', ['keyword', 'storage', 'variable.language', 'markup.heading', 'markup.bold']],
  [
    'tok-operator',
    [
      'keyword.operator',
      'punctuation.accessor',
      'storage.type.function.arrow',
      'punctuation.definition.template-expression',
    ],
  ],
  [
    'tok-function',
    [
      'entity.name.function',
      'support.function',
      'meta.function-call.generic',
      'entity.name.command',
      'entity.name.function.decorator',
    ],
  ],
  [
    'tok-type',
    [
      'entity.name.type',
      'entity.name.class',
      'entity.other.inherited-class',
      'support.type',
      'support.class',
      'storage.type.java',
      'storage.type.primitive',
      'entity.name.namespace',
    ],
  ],
  [
    'tok-name',
    [
      'entity.name.tag',
      'entity.other.attribute-name',
      'support.type.property-name',
      'variable.parameter',
      'variable.other.normal.shell',
    ],
  ],
];

// Keywords spelt as words (`and`, `not`, `in`) are operators by grammar but read as keywords.
const wordOperators = [
  'keyword.operator.logical.python',
  'keyword.operator.expression',
  'keyword.operator.new',
];

const colourOf = (index: number): string => `#0000${(index + 1).toString(16).padStart(2, '0')}`;
const plainColour = colourOf(scopesOfClass.length);
const keywordIndex = scopesOfClass.findIndex(([className]) => className === 'tok-keyword');

export const sentinelTheme = {
  name: 'sentinel',
  type: 'light' as const,
  fg: plainColour,
  bg: '#ffffff',
  settings: [
    { settings: { foreground: plainColour } },
    ...scopesOfClass.map(([, scope], index) => ({
      scope: [...scope],
      settings: { foreground: colourOf(index) },
    })),
    { scope: wordOperators, settings: { foreground: colourOf(keywordIndex) } },
  ],
};

const classes = new Map(
  scopesOfClass.map(([className], index) => [colourOf(index).toUpperCase(), className]),
);

/** The classes a token can have. */
export const tokenClasses: readonly string[] = scopesOfClass.map(([className]) => className);

/** The class that a sentinel colour stands for; plain text has none. */
export const classOfColour = (colour: string | undefined): string | undefined =>
  colour === undefined ? undefined : classes.get(colour.toUpperCase());
