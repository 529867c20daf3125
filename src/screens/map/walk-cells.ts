/** Walking the table by keys: one stop for the Tab key, arrows from cell to cell, Home and End to the ends, plus goes in. */
import { listenForZoomIn } from './zoom-in.ts';

const STEPS: Readonly<Record<string, readonly [rows: number, cells: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** The next link in a direction, over empty cells. */
const beside = (
  table: HTMLTableElement,
  from: HTMLTableCellElement,
  [rows, cells]: readonly [number, number],
): HTMLElement | null | undefined => {
  let row = (from.parentElement as HTMLTableRowElement).rowIndex;
  let at = from.cellIndex;
  for (;;) {
    row += rows;
    at += cells;
    const cell = table.rows[row]?.cells[at];
    const link = cell?.querySelector('a');
    if (link || !cell) return link;
  }
};

/**
 * Listens on a table.
 * @returns what makes one stop of its links, to be called whenever they are others
 */
export const walkCells = (table: HTMLTableElement): (() => void) => {
  const links = (): HTMLElement[] => [...table.querySelectorAll('a')];
  const settle = (stop: EventTarget | null | undefined): void => {
    for (const link of links()) link.tabIndex = link === stop ? 0 : -1;
  };
  table.addEventListener('focusin', ({ target }) => settle(target));
  table.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = STEPS[event.key];
    const cell = (event.target as Element).closest<HTMLTableCellElement>('td, th');
    let to: HTMLElement | null | undefined;
    if (event.key === '+' || event.key === '=') return (event.target as HTMLElement).click();
    if (event.key === 'Home') [to] = links();
    else if (event.key === 'End') to = links().at(-1);
    else if (step && cell) to = beside(table, cell, step);
    else return;
    event.preventDefault();
    to?.focus();
  });
  listenForZoomIn(table);
  return () =>
    settle(
      links().find((link) => link === document.activeElement) ??
        table.querySelector('[data-here="true"] a') ??
        table.querySelector('a'),
    );
};
