/**
 * The inline styles that Temml writes, each with its class in `src/ui/compiled.css`. Styles with free values
 * (colours, arbitrary lengths) are missing on purpose: a formula that needs one is an error.
 */
const classes: Readonly<Record<string, string>> = {
  // `.tml-display` says it already.
  'display:block math': '',
  'math-depth:0': 'tml-depth-0',
  'padding:0': 'tml-p-0',
  'padding:3pt': 'tml-p-box',
  'border:1px solid': 'tml-b-box',
  'width:100%': 'tml-w-100',
  'width:50%': 'tml-w-50',
  'width:7.5%': 'tml-w-7',
  'padding-top:0': 'tml-pt-0',
  'padding-bottom:0': 'tml-pb-0',
  'padding-left:0': 'tml-pl-0',
  'padding-left:0em': 'tml-pl-0',
  'padding-left:0pt': 'tml-pl-0',
  'padding-left:5.9776pt': 'tml-pl-column',
  'padding-left:0.1389em': 'tml-pl-small',
  'padding-left:1em': 'tml-pl-1',
  'padding-left:0.4em': 'tml-pl-edge',
  'padding-left:0.25em': 'tml-pl-arrow',
  'padding-right:0': 'tml-pr-0',
  'padding-right:0em': 'tml-pr-0',
  'padding-right:0pt': 'tml-pr-0',
  'padding-right:5.9776pt': 'tml-pr-column',
  'padding-right:0.1389em': 'tml-pr-small',
  'padding-right:0.4em': 'tml-pr-edge',
  'padding-right:0.25em': 'tml-pr-arrow',
  'border-top:0.06em solid': 'tml-bt',
  'border-bottom:0.06em solid': 'tml-bb',
  'border-left:0.06em solid': 'tml-bl',
  'border-right:0.06em solid': 'tml-br',
  'border-top:0.06em dashed': 'tml-bt-dashed',
  'border-bottom:0.06em dashed': 'tml-bb-dashed',
  'border-left:0.06em dashed': 'tml-bl-dashed',
  'border-right:0.06em dashed': 'tml-br-dashed',
  'margin-left:-0.1667em': 'tml-negative-thin',
  'margin-left:-0.2222em': 'tml-negative-medium',
  'margin-left:-0.2778em': 'tml-negative-thick',
  'text-align:left': 'tml-left',
  'text-align:right': 'tml-right',
  'height:1em': 'tml-h-1',
};

/** The class for one CSS declaration: empty when none is needed, `undefined` when the style is not allowed. */
export const classOfDeclaration = (declaration: string): string | undefined =>
  Object.hasOwn(classes, declaration) ? classes[declaration] : undefined;

/** Every class that can replace a style. */
export const styleClasses: readonly string[] = [...new Set(Object.values(classes))].filter(
  (name) => name !== '',
);
