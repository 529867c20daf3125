/**
 * A Chromium of its own with a profile on disk, which can be killed like a phone kills an app:
 * no shutdown, no flush. Start it again with the same profile to see what is left.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { chromium, type Browser, type BrowserContext } from '@playwright/test';
import { chromiumFlags, ensureChromium } from '../../tools/find-browser.mjs';

export interface OwnBrowser {
  readonly context: BrowserContext;
  /** SIGKILL to the browser process and all its children; resolves when it is gone. */
  kill(): Promise<void>;
  /** Shuts down in order. */
  close(): Promise<void>;
}

const DEVTOOLS = /^DevTools listening on (ws:\/\/\S+)$/;
const START_TIMEOUT_MS = 20_000;

/** @param profile a folder that outlives the browser */
export const openBrowser = async (profile: string): Promise<OwnBrowser> => {
  const child = spawn(
    ensureChromium(),
    [
      '--headless=new',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      ...chromiumFlags(),
      'about:blank',
    ],
    // A group of its own, so that all of it can be killed at one stroke.
    { stdio: ['ignore', 'ignore', 'pipe'], detached: true },
  );
  const exited = once(child, 'exit');
  let browser: Browser;
  try {
    browser = await chromium.connectOverCDP(await devtoolsAddress(child));
  } catch (error) {
    killGroup(child);
    throw error;
  }
  const [context] = browser.contexts();
  if (context === undefined) throw new Error('The browser has no default context');
  return {
    context,
    kill: async () => {
      killGroup(child);
      await exited;
    },
    close: async () => {
      const session = await browser.newBrowserCDPSession();
      // The connection ends before the answer arrives.
      await session.send('Browser.close').catch(() => undefined);
      await exited;
    },
  };
};

const devtoolsAddress = async (child: ChildProcess): Promise<string> => {
  if (child.stderr === null) throw new Error('No standard error to read');
  const lines = createInterface({ input: child.stderr });
  const timer = setTimeout(() => lines.close(), START_TIMEOUT_MS);
  const heard: string[] = [];
  try {
    for await (const line of lines) {
      const address = DEVTOOLS.exec(line)?.[1];
      if (address !== undefined) return address;
      heard.push(line);
    }
  } finally {
    clearTimeout(timer);
    // Keep reading, or a full pipe would stop the browser.
    child.stderr.resume();
  }
  throw new Error(`The browser did not start:\n${heard.join('\n')}`);
};

const killGroup = (child: ChildProcess): void => {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
};
