/** Accessibility: axe-core on the page as it is, under its real Content-Security-Policy. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** WCAG 2.2 AA and axe's own best practices. */
const OPTIONS: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};

/**
 * Expects no violation. Chromium only: the script comes in through the debugger, which the page's
 * policy does not bind, so the policy can stay on.
 */
export const audit = async (page: Page, what: string): Promise<void> => {
  const session = await page.context().newCDPSession(page);
  const injected = await session.send('Runtime.evaluate', {
    // axe asks for modules and AMD first; the page has neither. No result: it cannot be serialised.
    expression: `${SOURCE}\n;undefined`,
  });
  await session.detach();
  expect(injected.exceptionDetails, 'axe-core loads').toBeUndefined();
  const violations = await page.evaluate(async (options) => {
    const { axe } = globalThis as unknown as {
      axe: { run(root: Document, options: RunOptions): Promise<AxeResults> };
    };
    const results = await axe.run(document, options);
    return results.violations.flatMap(({ id, help, nodes }) =>
      nodes.map((node) => `${id}: ${help} at ${node.target.join(' ')} ${node.html.slice(0, 160)}`),
    );
  }, OPTIONS);
  expect(violations, `axe on ${what}`).toEqual([]);
};
