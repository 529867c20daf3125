/** `{{number::text::hint}}` and where it stands. */
export interface Blank {
  readonly number: number;
  readonly text: string;
  readonly hint: string | undefined;
  readonly start: number;
  readonly end: number;
}

export interface ClozeScan {
  readonly blanks: readonly Blank[];
  readonly mistakes: readonly { readonly offset: number; readonly message: string }[];
}

const opening = /\{\{(\d+)::/y;

/**
 * Finds the blanks of a cloze text. Code and maths are stepped over as wholes, since both may contain `}}` and `::`
 * (`$\frac{a}{b_{c}}$`, `std::vector`) that do not end a blank.
 */
export function scanCloze(text: string): ClozeScan {
  const blanks: Blank[] = [];
  const mistakes: { offset: number; message: string }[] = [];
  let position = 0;
  while (position < text.length) {
    const skipped = endOfVerbatim(text, position);
    if (skipped > position) {
      if (/\{\{\d+::/.test(text.slice(position, skipped))) {
        const message = 'a blank cannot stand inside code or maths: hide the whole of it';
        mistakes.push({ offset: position, message });
      }
      position = skipped;
      continue;
    }
    opening.lastIndex = position;
    const start = opening.exec(text);
    if (!start) {
      position += text[position] === '\\' ? 2 : 1;
      continue;
    }
    const blank = readBlank(text, position, start);
    if (typeof blank === 'string') {
      mistakes.push({ offset: position, message: blank });
      break;
    }
    blanks.push(blank);
    position = blank.end;
  }
  return { blanks, mistakes };
}

function readBlank(text: string, start: number, opened: RegExpExecArray): Blank | string {
  const contentStart = start + opened[0].length;
  let position = contentStart;
  let hintStart: number | undefined;
  while (position < text.length) {
    const skipped = endOfVerbatim(text, position);
    if (skipped > position) {
      position = skipped;
    } else if (text.startsWith('}}', position)) {
      const content = text.slice(contentStart, hintStart ?? position);
      if (/\n\s*\n/.test(content)) return 'a blank cannot span paragraphs';
      const hint = hintStart === undefined ? '' : text.slice(hintStart + 2, position).trim();
      return {
        number: Number(opened[1]),
        text: content.trim(),
        hint: hint === '' ? undefined : hint,
        start,
        end: position + 2,
      };
    } else if (text.startsWith('{{', position)) {
      return 'a blank cannot stand inside another one';
    } else {
      if (text.startsWith('::', position)) hintStart = position;
      position += text[position] === '\\' ? 2 : 1;
    }
  }
  return 'this blank is never closed with }}';
}

/** The end of the code span, fenced block or formula that starts here; the position itself when none does. */
function endOfVerbatim(text: string, position: number): number {
  const marker = /^(?:`+|~{3,}|\$+)/.exec(text.slice(position, position + 20))?.[0];
  if (marker === undefined) return position;
  for (let from = position + marker.length; ;) {
    const found = text.indexOf(marker, from);
    if (found < 0) return position + (marker.startsWith('~') ? 0 : marker.length);
    let end = found + marker.length;
    while (text[end] === marker[0]) end++;
    const escaped = marker.startsWith('$') && text[found - 1] === '\\';
    // Only a run of exactly the same length closes, in Markdown as here.
    if (!escaped && end - found === marker.length) return end;
    from = escaped ? found + 1 : end;
  }
}
