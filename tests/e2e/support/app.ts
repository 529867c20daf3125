/** Drives the app as a person does: by the roles and names that the design brief promises. */
import { expect, type Locator, type Page } from '@playwright/test';

const DAY_MS = 86_400_000;

export type Rating = 'Again' | 'Hard' | 'Good' | 'Easy';

/** One address of each kind. */
export const ROUTES = [
  '',
  'study',
  'map',
  'skills/math.prob',
  'milestones',
  'insights',
  'library',
  'settings',
  'no/such/place',
] as const;

export class App {
  readonly page: Page;
  /** Address of the app, ending in a slash. */
  readonly url: string;

  constructor(page: Page, url: string) {
    this.page = page;
    this.url = url;
  }

  get main(): Locator {
    return this.page.getByRole('main');
  }

  get heading(): Locator {
    return this.page.getByRole('heading', { level: 1 });
  }

  get card(): Locator {
    return this.page.getByRole('article', { name: 'Card' });
  }

  get showAnswer(): Locator {
    return this.page.getByRole('button', { name: 'Show answer' });
  }

  get ratings(): Locator {
    return this.page.getByRole('group', { name: 'How well did you know it?' });
  }

  get sessionComplete(): Locator {
    return this.page.getByRole('heading', { name: 'Session complete' });
  }

  get undo(): Locator {
    return this.page.getByRole('button', { name: 'Undo', exact: true });
  }

  /** Where a session stands: the card that is up, and how far it has come. */
  async place(): Promise<{ readonly card: string | null; readonly progress: string | null }> {
    const bar = this.page.getByRole('progressbar', { name: 'Session progress' });
    return {
      card: await this.card.textContent(),
      progress: await bar.getAttribute('aria-valuetext'),
    };
  }

  /** Opens a route (without the leading slash) by its address and waits until it is drawn. */
  async goto(route = ''): Promise<void> {
    await this.page.goto(new URL(route, this.url).href);
    await this.drawn();
  }

  /** Goes there by the navigation "Main". */
  async follow(name: string): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name }).click();
    await this.drawn();
  }

  /** A screen is there: one main, one visible first-level heading. */
  async drawn(): Promise<void> {
    await expect(this.main).toHaveCount(1);
    await expect(this.heading.first()).toBeVisible();
  }

  /** First visit: through the welcome screen with what it suggests. */
  async welcome(): Promise<void> {
    await this.goto();
    await expect(this.page).toHaveURL(/\/welcome$/);
    await this.page.getByRole('button', { name: 'Begin the climb' }).click();
    await expect(this.page).not.toHaveURL(/\/welcome$/);
    await this.drawn();
  }

  /** Starts a session from Today. */
  async startSession(): Promise<void> {
    const name = 'Start session';
    await this.page.getByRole('link', { name }).or(this.page.getByRole('button', { name })).click();
    await expect(this.card).toBeVisible();
  }

  /** Answers the card that is shown; returns when the next one, or the end, is there. */
  async answer(rating: Rating = 'Good'): Promise<void> {
    await this.showAnswer.click();
    await this.ratings.getByRole('button', { name: new RegExp(`^${rating}`) }).click();
    await expect(this.showAnswer.or(this.sessionComplete)).toBeVisible();
  }

  /** Answers up to `count` cards of the session that is open; returns how many there were. */
  async study(count: number, rating: Rating = 'Good'): Promise<number> {
    for (let done = 0; done < count; done += 1) {
      if (await this.sessionComplete.isVisible()) return done;
      await this.answer(rating);
    }
    return count;
  }

  /** Resolves when the whole app is stored: from now on it needs no network. */
  async storedOffline(): Promise<void> {
    await this.page.evaluate(async () => {
      const { active } = await navigator.serviceWorker.ready;
      if (active === null || active.state === 'activated') return;
      await new Promise<void>((done) => {
        active.addEventListener('statechange', () => {
          if (active.state === 'activated') done();
        });
      });
    });
  }

  /** Name of the build the page came from. */
  build(): Promise<string | null> {
    return this.page.locator('meta[name="cairn-build"]').getAttribute('content');
  }

  /**
   * Takes hold of the clock at `time`, for all pages of the context; it goes on running from there.
   * Call before `goto`. `travel` then moves it.
   */
  async holdClock(time: Date | number = Date.now()): Promise<void> {
    await this.page.clock.install({ time });
  }

  /**
   * Comes back to a route after days away: the app was closed, so none of its timers ran.
   * Any number of days, unlike `travel`.
   */
  async comeBackAfter(days: number, route = ''): Promise<void> {
    const now = await this.page.evaluate(() => Date.now());
    await this.page.goto('about:blank');
    await this.page.clock.setSystemTime(now + days * DAY_MS);
    await this.goto(route);
  }

  /**
   * Moves the clock on by so many milliseconds and fires what became due. At most 24 days in all: past 2^31 ms the
   * held clock of Playwright fires no timer any more in a page that is opened then.
   */
  async travel(milliseconds: number): Promise<void> {
    await this.page.clock.fastForward(milliseconds);
  }

  async goOffline(offline = true): Promise<void> {
    await this.page.context().setOffline(offline);
  }
}
