/** A year of milestones, offline throughout: begun, proved in three ways, checked in, achieved, refreshed, told in a packet. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from './fixtures.ts';
import { eventsOnDisk } from './support/log.ts';

const BEGUN = [
  ...Array.from({ length: 9 }, (_, i) => `m.e${i + 1}`),
  ...Array.from({ length: 3 }, (_, i) => `m.m${i + 1}`),
];
/** Reviewed by hand; it changes with the wording of two milestones' titles and criteria. */
const EXPECTED = fileURLToPath(new URL('expected/packet-of-a-year.md', import.meta.url));

test('a year in the life', async ({ app, page, guard }) => {
  guard.allowNoNetwork();
  const main = app.main;
  const press = (name: string | RegExp) => main.getByRole('button', { name }).first().click();
  const dialog = page.getByRole('dialog');
  const notice = (text: string | RegExp) => expect(page.getByRole('status')).toContainText(text);
  const addEvidence = async (title: string, criterion: number, note = ''): Promise<void> => {
    await press('Add evidence');
    await dialog.getByLabel('Title').fill(title);
    await dialog.getByLabel('Criterion').selectOption({ index: criterion });
    await dialog.getByLabel('Note').fill(note);
    await dialog.getByRole('button', { name: 'Save evidence' }).click();
    await expect(main.getByRole('heading', { name: title })).toBeVisible();
  };
  const fileUnder = async (win: string, milestone: string, criterion: number): Promise<void> => {
    await press(`File ${win}`);
    await dialog.getByLabel('Milestone').selectOption(milestone);
    await dialog.getByLabel('Criterion').selectOption({ index: criterion });
    await dialog.getByRole('button', { name: 'File it' }).click();
    await notice('Filed under');
  };
  const savePacket = async (summary: string): Promise<void> => {
    await app.goto('milestones/packet');
    await main.getByLabel('For', { exact: true }).selectOption('committee');
    await main.getByLabel('Stage').selectOption('mid');
    await main.getByLabel('From').fill('2026-01-01');
    await press('Draft the packet');
    await main.getByLabel('Summary').fill(summary);
    await press('Save version');
    await expect(main.getByRole('heading', { level: 2, name: 'Summary' })).toBeVisible();
  };

  await app.holdClock(new Date('2026-03-02T10:00:00'));
  await app.welcome();
  await app.storedOffline();
  await app.goOffline();

  await test.step('twelve are begun', async () => {
    for (const id of BEGUN) {
      await app.goto(`milestones/${id}`);
      await press('Start this milestone');
      await notice('Started.');
    }
  });

  await test.step('evidence comes in on the page, in passing and from another app', async () => {
    await app.goto('milestones/m.e1');
    await addEvidence(
      'CI rebuilds the table from raw files',
      0,
      'Every Monday, **14 weeks** so far.',
    );
    await addEvidence('Six checks run with it', 1);
    await addEvidence('Mina ran it on her machine', 2);
    await app.goto('milestones/m.e5');
    await addEvidence('Checklist in the repository', 0);
    await page.getByRole('navigation', { name: 'Main' }).getByRole('button').click();
    await dialog.getByLabel('Title').fill('Eleven groups counted');
    await dialog.getByRole('button', { name: 'Save win' }).click();
    await notice('Logged: Eleven groups counted');
    await app.goto('study');
    await press('More actions');
    await press('Log a win');
    await dialog.getByLabel('Title').fill('In the middle of a card');
    await dialog.getByRole('button', { name: 'Save win' }).click();
    await notice('Logged: In the middle of a card');
    await expect(app.showAnswer).toBeVisible();
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
    await expect
      .poll(async () => (await eventsOnDisk(page)).filter(({ t }) => t === 'undo').length)
      .toBe(1);
    await app.goto('milestones/wins?text=Postcode%20removed%20https%3A%2F%2Fexample.org%2F41');
    await dialog.getByRole('button', { name: 'Save win' }).click();
    await notice('Logged: Postcode removed');
    await fileUnder('Eleven groups counted', 'm.e5', 1);
    await fileUnder('Postcode removed', 'm.e5', 2);
    await expect(main).toContainText('Everything is filed.');
  });

  await test.step('two are achieved, one with its story written', async () => {
    for (const id of ['m.e1', 'm.e5']) {
      await app.goto(`milestones/${id}`);
      await press('Mark as achieved');
      await notice('Achieved:');
    }
    await app.goto('milestones/m.e1');
    await press('Write it down');
    await main.getByLabel('In your words, with numbers').fill('It took 94 minutes, now 41.');
    await press('Save story');
    await notice('Story kept.');
    await savePacket('Two results so far.');
  });

  await test.step('check-ins come after a week and never press', async () => {
    await app.comeBackAfter(7, 'milestones/m.e2?now=checkin');
    await press(/^Some progress/);
    await notice('Checked in.');
    await app.goto('milestones/m.e3?now=checkin');
    await press(/^No progress, or not now/);
    await notice('Checked in.');
    await expect(main).toContainText(/in (?:[7-9]|1\d|2[01]) days/);
    await app.goto();
    await expect(main).toContainText('Milestones that ask for a word');
  });

  await test.step('what is perishable is asked about again, and refreshed', async () => {
    await app.comeBackAfter(176, 'milestones/m.e5');
    await expect(main).toContainText('Needs refreshing');
    await press(/^Yes, still true/);
    await notice('Attested.');
    await expect(main.getByRole('heading', { name: 'Achieved' })).toBeVisible();
    await app.comeBackAfter(170, 'milestones/m.e1');
    await expect(main.getByRole('heading', { name: 'Achieved' })).toBeVisible();
  });

  await test.step('the packet tells the year, and what is new in it', async () => {
    await savePacket('Two results, one of them shown again.');
    const versions = main.getByLabel('Compare with');
    await versions.selectOption({ index: 1 });
    const changes = main.getByRole('region', { name: 'Changes in Summary' });
    await expect(changes.getByRole('listitem')).toHaveText([
      'Gone: Two results so far.',
      'New: Two results, one of them shown again.',
    ]);
    await versions.selectOption({ index: 0 });
    const [download] = await Promise.all([page.waitForEvent('download'), press('Export Markdown')]);
    expect(download.suggestedFilename()).toBe('packet-mid-2027-02-18.md');
    expect(readFileSync(await download.path(), 'utf8')).toBe(readFileSync(EXPECTED, 'utf8'));
  });

  await test.step('on paper it is the document alone, dark on white at night too', async () => {
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await expect(main.getByRole('heading', { level: 2, name: 'Summary' })).toBeVisible();
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden();
    await expect(main.getByRole('button')).toHaveCount(0);
    // A committee sees no notes of talks.
    await expect(main.getByRole('heading', { name: 'Reviews of this version' })).toBeHidden();
    await expect(page.locator('html')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
    const address = main.getByRole('link', { name: 'Postcode removed' });
    expect(await address.evaluate((link) => getComputedStyle(link, '::after').content)).toContain(
      'https://example.org/41',
    );
  });
});
