/** A line of a file, with what it needs to be cut into blocks before Markdown is parsed. */
export interface Line {
  readonly text: string;
  /** From 1. */
  readonly number: number;
  /** Inside a fenced code block, or one of its fences: `---` and `##` mean nothing there. */
  readonly fenced: boolean;
}

export interface ScannedLines {
  readonly lines: readonly Line[];
  /** Line of a fence that is never closed. */
  readonly unclosedFence: number | undefined;
}

/** Numbers the lines of a text and marks those inside fenced code. */
export function scanLines(text: string): ScannedLines {
  let fence: { readonly marker: string; readonly line: number } | undefined;
  const lines = text.split(/\r?\n/).map((content, index): Line => {
    const number = index + 1;
    const marker = /^\s*(`{3,}|~{3,})/.exec(content)?.[1];
    const fenced = fence !== undefined || marker !== undefined;
    if (fence === undefined) {
      if (marker !== undefined) fence = { marker, line: number };
    } else if (marker !== undefined && closes(fence.marker, marker, content)) {
      fence = undefined;
    }
    return { text: content, number, fenced };
  });
  return { lines, unclosedFence: fence?.line };
}

const closes = (opening: string, marker: string, line: string): boolean =>
  marker[0] === opening[0] && marker.length >= opening.length && line.trim() === marker;

/** Cuts lines at those that the predicate picks; the picked lines belong to no part. */
export function splitLines(
  lines: readonly Line[],
  isCut: (line: Line) => boolean,
): readonly (readonly Line[])[] {
  const parts: Line[][] = [[]];
  for (const line of lines) {
    if (isCut(line)) parts.push([]);
    else parts.at(-1)?.push(line);
  }
  return parts;
}

/** The lines without the empty ones at both ends. */
export function trimLines(lines: readonly Line[]): readonly Line[] {
  const isText = (line: Line): boolean => line.text.trim() !== '';
  const first = lines.findIndex(isText);
  return first < 0 ? [] : lines.slice(first, lines.findLastIndex(isText) + 1);
}

export const joinLines = (lines: readonly Line[]): string =>
  lines.map((line) => line.text).join('\n');
