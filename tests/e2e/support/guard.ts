/**
 * Collects what must not happen in any test, and fails the test if it did.
 *
 * Covers pages, frames, workers and the service worker of every context it watches.
 */
import { expect, type BrowserContext, type ConsoleMessage, type Page } from '@playwright/test';

/** Set up in the page, since the console shows only part of the violations in some browsers. */
const reportViolations = (): void => {
  document.addEventListener('securitypolicyviolation', (event) => {
    console.error(
      `CSP violation: ${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber} ${event.sample}`,
    );
  });
};

export class Guard {
  readonly #problems: string[] = [];
  readonly #allowed: RegExp[] = [];

  /** Lets messages pass that the test itself causes, such as failed requests while offline. */
  allow(...patterns: readonly RegExp[]): void {
    this.#allowed.push(...patterns);
  }

  /** Offline or without a server, the browser logs each request that fails. */
  allowNoNetwork(): void {
    this.allow(
      /Failed to load resource/,
      /net::ERR_(?:INTERNET_DISCONNECTED|CONNECTION_REFUSED|FAILED)/,
      /NetworkError/,
      /An unknown error occurred when fetching the script/,
    );
  }

  async watch(context: BrowserContext): Promise<void> {
    await context.addInitScript(reportViolations);
    context.on('console', (message) => this.#onConsole(message));
    context.on('weberror', (error) => this.#add(`uncaught: ${String(error.error())}`));
    context.on('request', (request) => this.#onRequest(request.url()));
    context.on('page', (page) => this.#watchPage(page));
    for (const page of context.pages()) this.#watchPage(page);
  }

  /** Everything so far, without what is allowed. */
  problems(): readonly string[] {
    return this.#problems.filter((problem) => !this.#allowed.some((ok) => ok.test(problem)));
  }

  expectNothing(): void {
    expect(this.problems(), 'errors, policy violations and foreign requests').toEqual([]);
  }

  #add(problem: string): void {
    this.#problems.push(problem);
  }

  #watchPage(page: Page): void {
    page.on('crash', () => this.#add('the page crashed'));
  }

  #onConsole(message: ConsoleMessage): void {
    const isViolation = /Content[- ]Security[- ]Policy|TrustedHTML|Trusted Type/i.test(
      message.text(),
    );
    if (message.type() === 'error' || isViolation) {
      this.#add(`${message.type()}: ${message.text()} (${message.location().url})`);
    }
  }

  #onRequest(url: string): void {
    const { protocol, hostname } = new URL(url);
    // Only these reach a network; data:, blob: and unknown schemes do not.
    if (!/^(?:https?|wss?):$/.test(protocol)) return;
    // Every server of the tests is on localhost.
    if (hostname !== 'localhost') this.#add(`request to ${url}`);
  }
}
