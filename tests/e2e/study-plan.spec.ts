/** What a session holds: a pace after a break, intervals that are kept as promised, and cramming that changes no memory. */
import { shortInterval } from '../../src/ui/format.ts';
import { audit, expect, test } from './fixtures.ts';
import { live, writtenSince, type PlantedFact } from './support/life.ts';

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
