import { screen, waitFor, within } from '@solidjs/testing-library';
import userEvent from '@testing-library/user-event';
import { beforeAll, describe, expect, it } from 'vitest';
import MapScreen from '../../../src/screens/map/MapScreen.tsx';
import { renderScreen, testCairn, type TestCairn } from '../support.tsx';

// What the screen loads on demand is compiled first, so that no test waits for it.
beforeAll(() =>
  Promise.all([
    import('../../../src/screens/map/Below.tsx'),
    import('../../../src/screens/map/Controls.tsx'),
    import('../../../src/screens/map/MapExtras.tsx'),
    import('../../../src/screens/map/gestures.ts'),
    import('../../../src/screens/map/walk-cells.ts'),
    import('../../../src/screens/map/MapClaims.tsx'),
    import('../../../src/screens/map/Overview.tsx'),
    import('../../../src/screens/map/Rulers.tsx'),
    import('../../../src/screens/map/SkillDetail.tsx'),
    import('../../../src/screens/map/SkillSearch.tsx'),
    import('../../../src/screens/map/TrailLevel.tsx'),
  ]),
);

/** Shows the map and waits for the level that the address asks for. */
const show = async (cairn: TestCairn, at = '/map') => {
  const shown = renderScreen(MapScreen, cairn, at);
  await screen.findByRole(/stage=(?!nowhere)|track=|skill=/.test(at) ? 'region' : 'table', {
    name: /^Progression map/,
  });
  return shown;
};

/** Answers cards of a skill until the day is done with them. */
const study = async (cairn: TestCairn, skill: string, cards: number): Promise<void> => {
  for (let i = 0; i < cards; i++) {
    const review = { t: 'review', card: `${skill}/c${i}`, rating: 4, took: 5000 } as const;
    await cairn.record(review);
  }
};

const showTrail = (cairn: TestCairn, at = '/map?stage=entry') => show(cairn, at);

/** A skill on the ground; the detail beside it may name it too. */
const skillLink = (name: string): HTMLElement =>
  within(screen.getByRole('region', { name: /^Progression map: / }))
    .getAllByRole('link', { name })
    .find((link) => link.hasAttribute('data-spot')) as HTMLElement;

const describedBy = (element: HTMLElement): string =>
  document.getElementById(element.getAttribute('aria-describedby') ?? '')?.textContent ?? '';

describe('the overview', () => {
  it('is a table of stages and tracks whose cells say what stands there', async () => {
    const cairn = testCairn();
    await study(cairn, 'math.prob', 4);
    cairn.passDays(10);
    await show(cairn);
    const table = screen.getByRole('table', { name: 'Progression map' });
    expect(within(table).getByRole('columnheader', { name: /^Entry/ })).toBeVisible();
    expect(within(table).getByRole('rowheader', { name: 'Mathematics' })).toBeVisible();
    const cell = within(table).getByRole('link', {
      name: /^Mathematics, entry: 1 of 2 skills ready, \d cards? due, 1 next up$/,
    });
    expect(cell).toHaveAttribute('href', '/map?stage=entry&track=math');
    expect(
      within(table).getByRole('link', { name: 'Programming, mid: 0 of 1 skill ready' }),
    ).toBeVisible();
  });

  it('says where there is nothing', async () => {
    await show(testCairn());
    const row = screen.getByRole('row', { name: /^Mathematics/ });
    expect(within(row).getByText('No skills')).toBeInTheDocument();
  });

  it('marks the stage where the person stands, and takes what lies below as known', async () => {
    const cairn = testCairn();
    await cairn.setSetting('stage', 'mid');
    await show(cairn);
    const head = screen.getByRole('columnheader', { name: /^Mid/ });
    expect(head).toHaveTextContent('You are here');
    expect(
      screen.getByRole('link', {
        name: /^Programming, entry: 0 of 1 skill ready, 1 taken as known/,
      }),
    ).toBeVisible();
  });

  it('counts the flags of each stage', async () => {
    const cairn = testCairn();
    await cairn.record({ t: 'milestone-achieved', milestone: 'm.one' });
    await show(cairn);
    const flags = screen.getByRole('link', { name: 'Entry milestones: 1 of 2 achieved' });
    expect(flags).toHaveAttribute('href', '/milestones');
  });

  it('suggests what is next, and why', async () => {
    const cairn = testCairn();
    await study(cairn, 'code.git', 1);
    await show(cairn);
    const next = screen.getByRole('region', { name: 'Next up' });
    const begun = within(next).getByRole('link', { name: 'Version control' });
    expect(describedBy(begun)).toBe('Begun, 3 cards left');
    const fresh = within(next).getByRole('link', { name: 'Probability' });
    expect(describedBy(fresh)).toBe('Opens 1 skill');
  });

  it('explains its signs', async () => {
    await show(testCairn());
    const legend = screen.getByRole('region', { name: 'How to read it' });
    expect(within(legend).getByText(/was ready, and is being forgotten/)).toBeVisible();
  });

  it('shows all of the map for a place that does not exist', async () => {
    await show(testCairn(), '/map?stage=nowhere');
    expect(screen.getByRole('heading', { level: 1, name: 'Map' })).toBeVisible();
  });
});

describe('the search', () => {
  it('finds a skill by title or track, and flies to the first with Enter', async () => {
    const { address } = await show(testCairn());
    const field = screen.getByRole('searchbox', { name: 'Find a skill' });
    await userEvent.type(field, 'math stat');
    const found = screen.getByRole('list', { name: 'Skills found' });
    expect(within(found).getAllByRole('link')).toHaveLength(1);
    expect(within(found).getByRole('link', { name: 'Statistics' })).toHaveAttribute(
      'href',
      '/map?skill=math.stats',
    );
    await userEvent.type(field, '{Enter}');
    await waitFor(() => expect(address()).toBe('/map?skill=math.stats'));
    await screen.findByRole('region', { name: 'Progression map: Statistics' });
    await waitFor(() => expect(skillLink('Statistics')).toHaveFocus());
  });

  it('walks the results with the arrows, and Escape ends it', async () => {
    await show(testCairn());
    const field = screen.getByRole('searchbox', { name: 'Find a skill' });
    await userEvent.type(field, 'code{ArrowDown}');
    expect(screen.getByRole('link', { name: 'Code review' })).toHaveFocus();
    await userEvent.keyboard('{ArrowUp}');
    expect(field).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    expect(field).toHaveValue('');
    expect(screen.queryByRole('list', { name: 'Skills found' })).not.toBeInTheDocument();
  });

  it('says when there is nothing', async () => {
    await show(testCairn());
    await userEvent.type(screen.getByRole('searchbox'), 'zzz');
    expect(screen.getAllByText(/^No skill by that name/)).not.toHaveLength(0);
  });
});

describe('the trail', () => {
  it('opens from a cell of the table and leads back to it', async () => {
    await show(testCairn());
    await userEvent.click(screen.getByRole('link', { name: /^Mathematics, entry/ }));
    const heading = await screen.findByRole('heading', { level: 1, name: 'Mathematics, Entry' });
    expect(heading).toHaveFocus();
    await userEvent.click(screen.getByRole('link', { name: 'Overview' }));
    expect(screen.getByRole('link', { name: /^Mathematics, entry/ })).toHaveFocus();
  });

  it('lists the skills of each track, named by their titles and described by their states', async () => {
    const cairn = testCairn();
    await study(cairn, 'math.prob', 2);
    await showTrail(cairn);
    const region = screen.getByRole('region', { name: 'Progression map: Entry' });
    const maths = within(region).getByRole('list', { name: 'Mathematics' });
    expect(
      within(maths)
        .getAllByRole('link')
        .map((link) => link.getAttribute('href')),
    ).toEqual(['/skills/math.prob', '/skills/math.stats']);
    const begun = within(maths).getByRole('link', { name: 'Probability' });
    expect(describedBy(begun)).toContain('You are here');
    expect(describedBy(begun)).toContain('Learning, 2 of 4 seen');
    expect(describedBy(begun)).toContain('Expected to know 2 of 4 cards');
    expect(describedBy(within(maths).getByRole('link', { name: 'Statistics' }))).toContain(
      'Locked',
    );
  });

  it('has the milestones as flags, and says which are achieved', async () => {
    const cairn = testCairn();
    await cairn.record({ t: 'milestone-achieved', milestone: 'm.one' });
    await showTrail(cairn);
    const flags = screen.getByRole('list', { name: 'Milestones' });
    expect(
      within(flags).getByRole('link', { name: 'Milestone: Review the changes of others' }),
    ).toHaveAttribute('href', '/milestones/m.long');
    expect(
      within(flags).getByRole('link', { name: 'Milestone, achieved: Clean a dataset by script' }),
    ).toBeVisible();
  });

  it('is one tab stop, walked with the arrow keys to every skill and flag', async () => {
    await showTrail(testCairn());
    const region = screen.getByRole('region', { name: 'Progression map: Entry' });
    const spots = within(region)
      .getAllByRole('list')
      .flatMap((list) => within(list).queryAllByRole('link'));
    expect(spots.filter((link) => link.tabIndex === 0)).toEqual([skillLink('Probability')]);
    skillLink('Probability').focus();
    expect(
      screen.getByText(/Next up\. Entry\. Needs 0 skills, opens 1 skill\.$/),
    ).toBeInTheDocument();
    await userEvent.keyboard('{ArrowUp}');
    expect(skillLink('Statistics')).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}');
    expect(skillLink('Probability')).toHaveFocus();
    await userEvent.keyboard('{End}');
    const reached = new Set([document.activeElement]);
    for (let i = 0; i < spots.length; i++) {
      await userEvent.keyboard('{ArrowLeft}');
      reached.add(document.activeElement);
    }
    expect(reached).toEqual(new Set(spots));
    expect(spots.filter((link) => link.tabIndex === 0)).toEqual([document.activeElement]);
  });

  it('lights the full path of the skill that is looked at, until Escape', async () => {
    await showTrail(testCairn());
    const lit = (): readonly string[] =>
      [...document.querySelectorAll('.world-node.lit .world-title')].map(
        ({ textContent }) => textContent,
      );
    expect(lit()).toEqual([]);
    skillLink('Statistics').focus();
    expect(lit()).toEqual(['Probability', 'Statistics']);
    await userEvent.keyboard('{Escape}');
    expect(lit()).toEqual([]);
  });

  it('leads to where the person stands', async () => {
    await showTrail(testCairn());
    await userEvent.click(screen.getByRole('button', { name: 'Go to where you are' }));
    expect(skillLink('Probability')).toHaveFocus();
  });

  it('goes back to the table when zoomed out as far as it goes', async () => {
    const { address } = await showTrail(testCairn());
    const out = screen.getByRole('button', { name: 'Zoom out' });
    for (let i = 0; i < 4 && address() !== '/map'; i++) await userEvent.click(out);
    expect(address()).toBe('/map');
    expect(screen.getByRole('table', { name: 'Progression map' })).toBeVisible();
  });

  it('says how far it is to a skill, and makes it the goal', async () => {
    const cairn = testCairn();
    const { address } = await showTrail(cairn);
    // A finger's first tap shows the skill; the next would open it.
    const tap = new PointerEvent('click', {
      pointerType: 'touch',
      bubbles: true,
      cancelable: true,
      detail: 1,
    });
    skillLink('Statistics').dispatchEvent(tap);
    expect(address()).toBe('/map?stage=entry');
    const detail = await screen.findByRole('complementary', { name: 'Skill in view' });
    expect(detail).toHaveTextContent('Not ready yetProbability (next up)');
    // Four fifths of four cards each, three answers a card until it is steady, a tenth forgotten, 12 seconds an answer.
    expect(detail).toHaveTextContent('From where you stand: 2 skills, about 8 cards, 5 min');
    expect(within(detail).getByRole('button', { name: 'Start anyway' })).toBeVisible();
    await userEvent.click(within(detail).getByRole('button', { name: 'Make it my goal' }));
    expect(cairn.recorded.at(-1)).toMatchObject({ t: 'setting', key: 'goal', value: 'math.stats' });
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(cairn.learner().settings.goal).toBe('');
  });
});
