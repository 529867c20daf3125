/** What a session holds: a pace after a break, intervals that are kept as promised, and cramming that changes no memory. */
import { shortInterval } from '../../src/ui/interval.ts';
import { audit, expect, test } from './fixtures.ts';
import { live, reviewsSince, writtenSince, type PlantedFact } from './support/life.ts';

const CLOZE = 'ml.regression/likelihood-and-log-loss~1';
const learnt = (card: string, ago: number): PlantedFact => ({
  t: 'review',
  card,
  rating: 4,
  took: 5000,
  ago,
});

test('after a break one chooses a pace, and takes it back', async ({ app, page, guard }) => {
  const waiting = Array.from({ length: 142 }, (_, i) => learnt(`math.prob/long-ago-${i}`, 120));
  await live(app, guard, waiting, '');
  await expect(
    page.getByRole('heading', { name: '142 reviews have waited for you' }),
  ).toBeVisible();
  await audit(page, 'today, after a break');
  await page.getByRole('button', { name: /^20 a day for 8 days/ }).click();
  await expect(page.getByText('Catching up: 20 reviews a day')).toBeVisible();
  await page.reload();
  await expect(page.getByText('Catching up: 20 reviews a day')).toBeVisible();
  await page.getByRole('button', { name: 'End this pace' }).click();
  await expect(page.getByRole('list', { name: 'Paces' })).toBeVisible();
});

test('the interval on the button is the one that is kept, and cramming leaves it be', async ({
  app,
  page,
  guard,
}) => {
  await live(app, guard, [learnt(CLOZE, 60)], 'study?skill=ml.regression');
  await app.showAnswer.click();
  const good = app.ratings.getByRole('button', { name: /^Good/ });
  const label = await good.textContent();
  await good.click();
  await expect(app.undo).toBeEnabled();
  const reviews = (await writtenSince(page)).filter(({ t }) => t === 'review');
  expect(reviews).toMatchObject([{ card: CLOZE, rating: 3 }]);
  expect(label).toContain(shortInterval(Number(reviews[0]?.['ivl']), 0));

  await page.goto(new URL(`library/cards/${CLOZE}`, app.url).href);
  const memory = page.getByRole('region', { name: 'Memory' });
  const before = await memory.textContent();
  await page.goto(new URL('study?cram=all', app.url).href);
  await expect(page.getByText('what is due, and when, stays as it is')).toBeVisible();
  await app.answer('Again');
  await app.answer('Good');
  await expect(page.getByText('Your schedule is as it was.')).toBeVisible();
  const written = (await writtenSince(page)).map(({ t }) => t);
  expect(written.filter((t) => t === 'cram')).toHaveLength(2);
  expect(written.filter((t) => t === 'review')).toHaveLength(1);
  await page.goto(new URL(`library/cards/${CLOZE}`, app.url).href);
  expect(await memory.textContent()).toBe(before);
});

const ownMilestone = (id: string, title: string, skills: readonly string[]): PlantedFact => ({
  t: 'portfolio',
  what: 'milestone',
  about: id,
  fields: {
    title,
    stage: 'entry',
    class: 'one-off',
    summary: '',
    criteria: [{ id: 'c1', text: 'It was given.' }],
    competencies: [],
    skills,
    story: '',
    weeks: 4,
  },
});

test('one chooses what to study: ahead of time, or the skills of a milestone, one’s own too', async ({
  app,
  page,
  guard,
}) => {
  await live(
    app,
    guard,
    [
      ownMilestone('own.talk', 'Give a talk on version control', ['code.git']),
      ownMilestone('own.bare', 'Write down what I have seen', []),
      learnt(CLOZE, 2),
    ],
    '',
  );
  await page.getByRole('link', { name: 'Study ahead' }).click();
  await app.answer('Good');
  await expect(app.sessionComplete).toBeVisible();
  expect((await reviewsSince(page)).map(({ card }) => card)).toEqual([CLOZE]);

  const skillsOf = async (milestone: string): Promise<readonly string[]> => {
    await app.goto(`milestones/${milestone}`);
    const links = page
      .getByRole('region', { name: 'The knowledge behind it' })
      .getByRole('listitem')
      .getByRole('link');
    await expect(links.first()).toBeVisible();
    const addresses = await links.evaluateAll((all) => all.map((one) => one.getAttribute('href')));
    return addresses.map((address) => address?.split('/').at(-1) ?? '');
  };
  for (const milestone of ['m.e1', 'own.talk']) {
    const before = (await reviewsSince(page)).length;
    const skills = await skillsOf(milestone);
    await page.getByRole('link', { name: 'Study the knowledge behind it' }).click();
    await expect(app.card).toBeVisible();
    await app.study(4, 'Easy');
    const answered = (await reviewsSince(page)).slice(before).map(({ card }) => String(card));
    expect(answered).toHaveLength(4);
    for (const card of answered) expect(skills).toContain(card.split('/')[0]);
  }
  await app.goto('');
  await expect(
    page.getByRole('link', { name: /^Go on: Give a talk on version control 4 of \d+$/ }),
  ).toBeVisible();

  // A check of what is known already says what it is, and what came of it.
  await app.goto('skills/br.founder');
  await page.getByRole('link', { name: 'I know this already' }).click();
  await expect(app.main).toContainText('Check: ');
  await expect(app.main).toContainText('of its 10 cards hold for a week');
  await app.study(2, 'Easy');
  await expect(app.sessionComplete).toBeVisible();
  await expect(app.main).toContainText(/You knew 2 of 2 at once\..*: 2 of its 10 cards hold/);
  await page.getByRole('link', { name: 'Back to the skill' }).click();
  await expect(page).toHaveURL(/skills\/br\.founder/);
  await page.keyboard.press('-');
  await expect(page).toHaveURL(/map\?skill=br\.founder/);

  await app.goto('study?milestone=own.bare');
  await expect(page.getByRole('heading', { name: 'Nothing to study here' })).toBeVisible();
  await expect(app.main).toContainText('“Write down what I have seen” names no skills');
  await audit(page, 'study, nothing behind the milestone');
  await page.getByRole('link', { name: 'Open the milestone' }).click();
  await expect(app.heading).toHaveText('Write down what I have seen');
});

test('a report on a card is copied with what is needed to find and mend it', async ({
  app,
  page,
  context,
  guard,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await live(app, guard, [learnt(CLOZE, 60)], 'study?skill=ml.regression');
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('button', { name: 'Report a problem' }).click();
  const dialog = page.getByRole('dialog', { name: 'Report a problem' });
  await dialog.getByLabel('What is wrong?').selectOption('It is out of date');
  await dialog.getByLabel('In your words').fill('The name changed in 2026.');
  await audit(page, 'report a problem');
  await dialog.getByRole('button', { name: 'Copy the report' }).click();
  await expect(page.getByRole('status')).toContainText('Report copied');
  await expect(dialog).toBeHidden();
  const report = await page.evaluate(() => navigator.clipboard.readText());
  expect(report.split('\n')).toEqual([
    `Card: ${CLOZE}`,
    expect.stringMatching(/^Curriculum: \S+$/),
    'Problem: It is out of date',
    '',
    'The name changed in 2026.',
    '',
    'Prompt:',
    expect.stringContaining('['),
    '',
    'Answer:',
    expect.stringMatching(/\w/),
    '',
    expect.stringMatching(/^Source: \w/),
  ]);
  // It stays where it was: a report changes nothing.
  await expect(app.showAnswer).toBeVisible();
  expect((await writtenSince(page)).map(({ t }) => t)).toEqual([]);
});
