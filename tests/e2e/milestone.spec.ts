/** A milestone from its start to achieved, and the map that shows it. */
import { expect, test } from './fixtures.ts';

const WEEK_MS = 7 * 86_400_000;

test('a milestone goes from start to achieved, with evidence and a check-in @firefox', async ({
  app,
  page,
}) => {
  await app.holdClock(new Date('2026-03-02T10:00:00'));
  await app.welcome();
  await app.follow('Milestones');
  const milestone = app.main.getByRole('link', { name: /Cleaning script that others can rerun/ });
  await milestone.first().click();
  await page.getByRole('button', { name: 'Start this milestone' }).click();
  await expect(app.main).toContainText('In progress');
  await expect(app.main).toContainText('in 7 days');

  await app.travel(WEEK_MS);
  await app.goto();
  await expect(app.main).toContainText('Check in');
  await app.main.getByRole('link', { name: /Cleaning script that others can rerun/ }).click();
  await page.getByRole('button', { name: 'Check in' }).click();
  await page.getByRole('button', { name: /Some progress/ }).click();
  await expect(app.main).toContainText(/in (?:[7-9]|1\d|2[01]) days/);

  await expect(page.getByRole('button', { name: /Mark as achieved/ })).toBeDisabled();
  await addEvidenceForEveryCriterion();
  await page.getByRole('button', { name: /Mark as achieved/ }).click();
  await expect(app.main).toContainText('Achieved');

  await app.follow('Map');
  await expect(app.main).toContainText(/1\s*(?:\/|of)\s*9/);
  await page.reload();
  await expect(app.main).toContainText(/1\s*(?:\/|of)\s*9/);

  async function addEvidenceForEveryCriterion(): Promise<void> {
    for (let index = 0; ; index++) {
      await page.getByRole('button', { name: 'Add evidence' }).first().click();
      const choice = page.getByRole('combobox', { name: /criterion/i });
      // The last option is for evidence that meets no criterion in particular.
      const criteria = (await choice.locator('option').count()) - 1;
      await page.getByRole('textbox', { name: /Title/ }).fill(`Evidence number ${index}`);
      await choice.selectOption({ index });
      await page.getByRole('textbox', { name: /Link/ }).fill(`https://example.org/${index}`);
      await page
        .getByRole('button', { name: /^(?:Save|Add)/ })
        .last()
        .click();
      await expect(page.getByRole('link', { name: /example\.org/ }).first()).toBeVisible();
      if (index === criteria - 1) return;
    }
  }
});
