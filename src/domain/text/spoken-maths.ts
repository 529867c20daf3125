/** A formula as it is read aloud, from the MathML that the compiler makes of it. */
import { attributeOf, textOf, type HtmlElement, type HtmlNode } from './compiled-tree.ts';

/** Sign and word by turns. */
const WORDS = new Map(
  `+|plus|−|minus|-|minus|±|plus or minus|×|times|·|times|⋅|times|∗|star|*|star|/|over|÷|divided by
  |=|equals|≠|is not equal to|≈|is approximately|∼|is distributed as|≡|is equivalent to|:=|is defined as
  |≔|is defined as|<|is less than|>|is greater than|≤|is at most|≥|is at least|≪|is much less than
  |≫|is much greater than|∈|in|∉|not in|⊂|is a subset of|⊆|is a subset of|∪|union|∩|intersection
  |→|to|↦|maps to|←|gets|⇒|implies|⇔|if and only if|∝|is proportional to|∞|infinity|∂|partial|∇|gradient of
  |∑|sum|∏|product|∫|integral|∀|for all|∃|there is|¬|not|∧|and|∨|or|⊥|is independent of|⊤|transpose
  |…|and so on|⋯|and so on|⋮|and so on|∣|given|∘|after|⊙|times, element by element|⊕|plus|⊗|times
  |%|percent|!|factorial|′|prime|°|degrees|:|such that`
    .replaceAll(/\n\s*/g, '')
    .split('|')
    .flatMap((sign, i, all) => (i % 2 === 0 ? [[sign, all[i + 1] ?? sign] as const] : [])),
);

const GREEK = new Map(
  `α alpha β beta γ gamma δ delta ε epsilon ϵ epsilon ζ zeta η eta θ theta κ kappa λ lambda μ mu ν nu ξ xi π pi
  ρ rho σ sigma τ tau φ phi ϕ phi χ chi ψ psi ω omega Γ Gamma Δ Delta Θ Theta Λ Lambda Ξ Xi Π Pi Σ Sigma Φ Phi
  Ψ Psi Ω Omega ℓ l`
    .split(/\s+/)
    .flatMap((sign, i, all) => (i % 2 === 0 ? [[sign, all[i + 1] ?? sign] as const] : [])),
);

const ACCENTS = new Map([
  ['ˆ', 'hat'],
  ['^', 'hat'],
  ['~', 'tilde'],
  ['˜', 'tilde'],
  ['¯', 'bar'],
  ['‾', 'bar'],
  ['→', 'vector'],
  ['˙', 'dot'],
]);

/** Signs that take limits below and above. */
const WITH_LIMITS = /^(?:sum|product|integral|union|intersection)$/;

const isElement = (node: HtmlNode): node is HtmlElement => typeof node !== 'string';

/** The words of a formula, single spaces between them. */
export const spokenMaths = (math: HtmlElement): string =>
  row(math.children)
    .replaceAll(/\s+/g, ' ')
    .replaceAll(' ,', ',')
    .replace(/^[\s,]+/, '')
    .trim();

/** A row: fences that pair up around a single letter's arguments become "of". */
const row = (nodes: readonly HtmlNode[]): string => {
  const parts = nodes.filter(isElement);
  return parts.map((node, i) => spoken(node, parts[i - 1], parts[i + 1])).join(' ');
};

const spoken = (
  node: HtmlElement,
  before: HtmlElement | undefined,
  after: HtmlElement | undefined,
): string => {
  const [first, second, third] = node.children.filter(isElement);
  switch (node.name) {
    case 'mi':
    case 'mtext':
      return letters(textOf(node));
    case 'mn':
      return textOf(node);
    case 'mo':
      return operator(node, before);
    case 'mfrac':
      return fraction(node, first, second, after);
    case 'msqrt':
      return `the square root of ${row(node.children)}`;
    case 'mroot':
      return `the root of order ${part(second)} of ${part(first)}`;
    case 'msup':
      return `${part(first)} ${power(second)}`;
    case 'msub':
    case 'munder':
      return below(first, second);
    case 'msubsup':
    case 'munderover':
      return WITH_LIMITS.test(part(first))
        ? `the ${part(first)} from ${part(second)} to ${part(third)} of`
        : `${below(first, second)} ${power(third)}`;
    case 'mover':
      return `${part(first)} ${ACCENTS.get(part(second)) ?? ACCENTS.get(textOf(second ?? '')) ?? `with ${part(second)} above`}`;
    case 'mtable':
      return node.children
        .filter(isElement)
        .map((line) => line.children.filter(isElement).map(part).join(', '))
        .join('; ');
    case 'mrow':
      return group(node, before);
    default:
      return row(node.children);
  }
};

const part = (node: HtmlElement | undefined): string =>
  node ? spoken(node, undefined, undefined).replaceAll(/\s+/g, ' ').trim() : '';

/** Bold and double-struck letters are letters; Greek ones have names. */
const letters = (text: string): string => {
  const plain = text.normalize('NFKC');
  return Array.from(plain, (sign) => GREEK.get(sign) ?? WORDS.get(sign) ?? sign)
    .join(plain.length > 1 && !/^[\w\s.]+$/.test(plain) ? ' ' : '')
    .replace(/^‖$/, 'norm')
    .replace(/^\|$/, 'bar');
};

const operator = (node: HtmlElement, before: HtmlElement | undefined): string => {
  const sign = textOf(node);
  // The invisible function application.
  if (sign === '\u2061' || sign === '\u2062') return '';
  if (sign === '|') return before ? 'given' : '';
  if (sign === '‖') return 'norm';
  if (/^[()[\]{}]$/.test(sign)) return '';
  return sign === ',' ? ',' : (WORDS.get(sign) ?? sign);
};

const fraction = (
  node: HtmlElement,
  over: HtmlElement | undefined,
  under: HtmlElement | undefined,
  after: HtmlElement | undefined,
): string => {
  if (attributeOf(node, 'linethickness')?.startsWith('0')) {
    return `${part(over)} choose ${part(under)}`;
  }
  const [top, bottom] = [part(over), part(under)];
  if (!/\s/.test(top + bottom)) return `${top} over ${bottom}`;
  return `the fraction ${top}, over ${bottom}${after ? ', end of fraction,' : ''}`;
};

const power = (node: HtmlElement | undefined): string => {
  const exponent = part(node);
  if (exponent === '2') return 'squared';
  if (exponent === '3') return 'cubed';
  if (exponent === 'T' || exponent === 'transpose') return 'transpose';
  if (exponent === 'prime' || exponent === 'star') return exponent;
  if (exponent === 'minus 1') return 'to the minus 1';
  return `to the ${exponent}`;
};

const below = (base: HtmlElement | undefined, index: HtmlElement | undefined): string => {
  const name = part(base);
  return WITH_LIMITS.test(name) || /^(?:min|max|arg ?min|arg ?max|lim)$/.test(name)
    ? `the ${name} over ${part(index)} of`
    : `${name} sub ${part(index)}`;
};

/** `f(x)` reads "f of x"; any other bracket reads as a pause. */
const group = (node: HtmlElement, before: HtmlElement | undefined): string => {
  const children = node.children.filter(isElement);
  const [open, close] = [children[0], children.at(-1)];
  const isFenced =
    open?.name === 'mo' &&
    close?.name === 'mo' &&
    /^[([{]$/.test(textOf(open)) &&
    /^[)\]}]$/.test(textOf(close));
  if (!isFenced) return row(node.children);
  const inner = row(children.slice(1, -1));
  const only = children[1];
  if (children.length === 3 && only?.name === 'mfrac' && attributeOf(only, 'linethickness')) {
    return inner;
  }
  const isFunction = before !== undefined && /^(?:mi|mrow|msub|mo|mover)$/.test(before.name);
  return isFunction ? `of ${inner},` : `, ${inner},`;
};
