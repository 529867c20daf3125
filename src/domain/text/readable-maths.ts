/**
 * Maths in plain text, as one would type it in a message: the `promptText` of a card holds LaTeX, which is right for search and
 * hard to read in a list. What it does not know it leaves as it is; the card itself shows real formulas.
 */

/** Name and sign by turns. */
const SIGNS = new Map(
  `alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ kappa κ lambda λ mu μ nu ν xi ξ pi π
  rho ρ sigma σ tau τ phi φ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Sigma Σ Phi Φ Psi Ψ
  Omega Ω Pi Π ell ℓ infty ∞ partial ∂ nabla ∇ sum Σ prod ∏ int ∫ cdot · times × pm ± approx ≈ sim ~ neq ≠ ne ≠
  le ≤ leq ≤ ge ≥ geq ≥ ll ≪ gg ≫ cap ∩ cup ∪ in ∈ notin ∉ subset ⊂ to → rightarrow → mapsto ↦ leftarrow ←
  Rightarrow ⇒ top ᵀ dots … ldots … cdots … lceil ⌈ rceil ⌉ lfloor ⌊ rfloor ⌋ neg ¬ forall ∀ exists ∃ propto ∝
  perp ⊥ odot ⊙ oplus ⊕ circ ∘ langle ⟨ rangle ⟩ log log ln ln exp exp sin sin cos cos tan tan max max min min
  arg arg det det lim lim Pr Pr`
    .split(/\s+/)
    .flatMap((name, i, all) => (i % 2 === 0 ? [[name, all[i + 1] ?? name] as const] : [])),
);

const pairs = (signs: string, small: string): ReadonlyMap<string, string | undefined> =>
  new Map(Array.from(signs, (sign, i) => [sign, small[i]]));
const RAISED = pairs('0123456789+-n', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ');
const LOWERED = pairs('0123456789+-ijkn', '₀₁₂₃₄₅₆₇₈₉₊₋ᵢⱼₖₙ');

const allIn = (
  text: string,
  signs: ReadonlyMap<string, string | undefined>,
): string | undefined => {
  const changed = Array.from(text, (sign) => signs.get(sign));
  return changed.includes(undefined) ? undefined : changed.join('');
};

const grouped = (text: string): string =>
  /^[\p{L}\p{N}.]*(?:\([^()]*\))?$/u.test(text) ? text : `(${text})`;

/** Innermost groups first; each pass opens one level. */
const PASSES = 6;
const LATEX = /\\(?:[a-zA-Z]{2,}|[,!;%|{}])|[\^_]\{/;
/** `x^2`, but not the `2^10` of a longer number's power, and `x_1`, but not a `name_1` of code. */
const POWER = /(?<=[\p{L}\p{N}\p{M})\]])(\^)([0-9n])(?!\p{N})/gu;
const INDEX = /(?<=(?<![\p{L}\p{N}_])\p{L}\p{M}?)(_)([0-9ijkn])(?![\p{L}\p{N}_])/gu;

/** A plain text with its formulas written out in signs. Text without any comes back as it is. */
export const readableMaths = (text: string): string =>
  (LATEX.test(text) ? withoutCommands(text) : text)
    .replace(POWER, script)
    .replace(INDEX, script)
    .normalize('NFC');

const withoutCommands = (text: string): string => {
  let result = text
    .replace(
      /\\begin\{\w*matrix\}(.*?)\\end\{\w*matrix\}/g,
      (_, rows: string) => `[${rows.replaceAll('&', ' ').replaceAll(/\s*\\\\\s*/g, '; ')}]`,
    )
    .replace(/\\(?:left|right|big|Big)(?![a-zA-Z])/g, '')
    .replace(/\\[,;:]/g, ' ')
    .replaceAll('\\!', '')
    .replace(/\s*\\mid\s*/g, ' | ')
    .replaceAll('\\|', '‖')
    .replace(/\\([%$&#])/g, '$1');
  for (let pass = 0; pass < PASSES; pass++) {
    const before = result;
    result = result
      .replace(
        /\\(?:mathbf|mathrm|mathbb|mathcal|mathit|mathsf|text|textbf|boldsymbol|operatorname|bm)\s*\{([^{}]*)\}/g,
        '$1',
      )
      .replace(/\\hat\s*\{([^{}]*)\}/g, '$1\u0302')
      .replace(/\\(?:bar|overline)\s*\{([^{}]*)\}/g, '$1\u0304')
      .replace(/\\tilde\s*\{([^{}]*)\}/g, '$1\u0303')
      .replace(
        /\\[td]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}/g,
        (_, over: string, under: string) => `${grouped(over)}/${grouped(under)}`,
      )
      .replace(/\\sqrt\s*\{([^{}]*)\}/g, (_, under: string) => `√${grouped(under)}`)
      .replace(/\\([a-zA-Z]+)(?![a-zA-Z])/g, (command, name: string) => SIGNS.get(name) ?? command)
      .replace(/([\^_])\{([^{}]*)\}/g, script)
      .replace(/\^ᵀ/g, 'ᵀ');
    if (result === before) break;
  }
  return result.replace(/(\S)([∩∪∈∉⊂≈≤≥≠→↦←⇒×·±]) (?=\S)/g, '$1 $2 ');
};

/** A script in small signs where they exist; else behind its sign, in brackets when it is long. */
const script = (_: string, sign: string, text: string): string =>
  allIn(text, sign === '^' ? RAISED : LOWERED) ??
  (sign === '^' && text === 'ᵀ' ? text : `${sign}${grouped(text)}`);
