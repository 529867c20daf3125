import temml from 'temml';
import { classOfDeclaration } from './math-styles.ts';

export interface RenderedMath {
  readonly mathml: string;
  readonly error: string | undefined;
}

const rendered = new Map<string, RenderedMath>();

/** LaTeX to MathML, without the inline styles that a strict content security policy would drop. */
export function renderMath(latex: string, displayMode: boolean): RenderedMath {
  const key = `${displayMode ? 'display' : 'inline'} ${latex}`;
  const known = rendered.get(key);
  if (known) return known;
  const result = convert(latex, displayMode);
  rendered.set(key, result);
  return result;
}

function convert(latex: string, displayMode: boolean): RenderedMath {
  try {
    const mathml = temml.renderToString(latex, {
      displayMode,
      throwOnError: true,
      strict: true,
      trust: false,
      macros: {},
    });
    return strokes.test(mathml)
      ? { mathml: '', error: `the app cannot draw the strokes of ${latex.trim()}` }
      : stylesToClasses(mathml);
  } catch (error) {
    // Temml marks the place with combining underlines on a second line: the first line says enough.
    const [message = ''] = (error as Error).message.split('\n');
    return { mathml: '', error: `${message.replace(/:\s*$/, '')} in ${latex.trim()}` };
  }
}

// Strokes drawn with masks and clip paths: without Temml's whole stylesheet they would simply not be seen.
const strokes =
  /class="(?:[^"]* )?(?:tml-x?cancel|tml-cancelto|sout|longdiv-arc|phasor-angle|textcircle|actuarial)\b/;

function stylesToClasses(mathml: string): RenderedMath {
  let unknown: string | undefined;
  const html = mathml.replace(/<([a-z]+)((?:\s+[\w-]+="[^"]*")*)>/g, (tag, name, attributes) => {
    const style = /\sstyle="([^"]*)"/.exec(String(attributes))?.[1];
    if (style === undefined) return tag;
    const mapped: string[] = [];
    for (const declaration of style.split(';').filter((text) => text !== '')) {
      const className = classOfDeclaration(declaration);
      if (className === undefined) unknown = declaration;
      else if (className !== '') mapped.push(className);
    }
    const written = /\sclass="([^"]*)"/.exec(String(attributes))?.[1];
    const all = [...(written?.split(' ') ?? []), ...mapped].join(' ');
    const others = String(attributes).replace(/\s(?:style|class)="[^"]*"/g, '');
    return `<${String(name)}${all === '' ? '' : ` class="${all}"`}${others}>`;
  });
  return unknown === undefined
    ? { mathml: html, error: undefined }
    : {
        mathml: '',
        error: `the formula needs the style "${unknown}", which the app has no class for`,
      };
}
