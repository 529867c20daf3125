import { screen, within } from '@solidjs/testing-library';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import MapScreen from '../../../src/screens/map/MapScreen.tsx';
import { renderScreen, testCairn, type TestCairn } from '../support.tsx';

const show = (cairn: TestCairn, at = '/map') => renderScreen(MapScreen, cairn, at);

/** Answers cards of a skill until the day is done with them. */
const study = async (cairn: TestCairn, skill: string, cards: number): Promise<void> => {
  for (let i = 0; i < cards; i++) {
    const review = { t: 'review', card: `${skill}/c${i}`, rating: 4, took: 5000 } as const;
    await cairn.record(review);
  }
};

const describedBy = (element: HTMLElement): string =>
  document.getElementById(element.getAttribute('aria-describedby') ?? '')?.textContent ?? '';

describe('the overview', () => {
  it('is a table of stages and tracks whose cells say what stands there', async () => {
    const cairn = testCairn();
    await study(cairn, 'math.prob', 4);
    cairn.passDays(10);
    show(cairn);
    const table = screen.getByRole('table', { name: 'Progression map' });
    expect(within(table).getByRole('columnheader', { name: /^Entry/ })).toBeVisible();
    expect(within(table).getByRole('rowheader', { name: 'Mathematics' })).toBeVisible();
    const cell = within(table).getByRole('link', {
      name: /^Mathematics, entry: 1 of 2 ready, \d cards? due$/,
    });
    expect(cell).toHaveAttribute('href', '/map?stage=entry&track=math');
    expect(
      within(table).getByRole('link', { name: 'Programming, mid: 0 of 1 ready' }),
    ).toBeVisible();
  });

  it('says where there is nothing', () => {
    show(testCairn());
    const row = screen.getByRole('row', { name: /^Mathematics/ });
    expect(within(row).getByText('No skills')).toBeInTheDocument();
  });

  it('marks the stage where the person stands, and takes what lies below as known', async () => {
    const cairn = testCairn();
    await cairn.setSetting('stage', 'mid');
    show(cairn);
    const head = screen.getByRole('columnheader', { name: /^Mid/ });
    expect(head).toHaveTextContent('You are here');
    expect(
      screen.getByRole('link', { name: /^Programming, entry: 0 of 1 ready, 1 taken as known/ }),
    ).toBeVisible();
  });

  it('counts the flags of each stage', async () => {
    const cairn = testCairn();
    await cairn.record({ t: 'milestone-achieved', milestone: 'm.one' });
    show(cairn);
    const flags = screen.getByRole('link', { name: 'Entry milestones: 1 of 2 achieved' });
    expect(flags).toHaveAttribute('href', '/milestones');
  });

  it('suggests what is next, and why', async () => {
    const cairn = testCairn();
    await study(cairn, 'code.git', 1);
    show(cairn);
    const next = screen.getByRole('region', { name: 'Next up' });
    const begun = within(next).getByRole('link', { name: 'Version control' });
    expect(describedBy(begun)).toBe('Begun, 3 cards left');
    const fresh = within(next).getByRole('link', { name: 'Probability' });
    expect(describedBy(fresh)).toBe('Opens 1 skill');
  });

  it('explains its signs', () => {
    show(testCairn());
    const legend = screen.getByRole('region', { name: 'How to read it' });
    expect(within(legend).getByText(/was ready, and is being forgotten/)).toBeVisible();
  });

  it('shows all of the map for a place that does not exist', () => {
    show(testCairn(), '/map?stage=nowhere');
    expect(screen.getByRole('heading', { level: 1, name: 'Map' })).toBeVisible();
  });
});

describe('the search', () => {
  it('finds a skill by title or track, and opens the first with Enter', async () => {
    const { address } = show(testCairn());
    const field = screen.getByRole('searchbox', { name: 'Find a skill' });
    await userEvent.type(field, 'math stat');
    const found = screen.getByRole('list', { name: 'Skills found' });
    expect(within(found).getAllByRole('link')).toHaveLength(1);
    expect(within(found).getByRole('link', { name: 'Statistics' })).toHaveAttribute(
      'href',
      '/skills/math.stats',
    );
    await userEvent.type(field, '{Enter}');
    expect(address()).toBe('/skills/math.stats');
  });

  it('walks the results with the arrows, and Escape ends it', async () => {
    show(testCairn());
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
    show(testCairn());
    await userEvent.type(screen.getByRole('searchbox'), 'zzz');
    expect(screen.getAllByText(/^No skill by that name/)).not.toHaveLength(0);
  });
});

describe('the trail', () => {
  it('opens from a cell of the table and leads back to it', async () => {
    show(testCairn());
    await userEvent.click(screen.getByRole('link', { name: /^Mathematics, entry/ }));
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Mathematics, Entry');
    expect(screen.getByRole('heading', { level: 1 })).toHaveFocus();
    await userEvent.click(screen.getByRole('link', { name: 'Overview' }));
    expect(screen.getByRole('link', { name: /^Mathematics, entry/ })).toHaveFocus();
  });

  it('lists the skills of a stage, highest first, each named by its title and described by its state', async () => {
    const cairn = testCairn();
    await study(cairn, 'math.prob', 2);
    show(cairn, '/map?stage=entry');
    const region = screen.getByRole('region', { name: 'Progression map: Entry' });
    const links = within(region).getAllByRole('link');
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      '/skills/math.stats',
      '/skills/math.prob',
      '/skills/code.git',
    ]);
    const begun = screen.getByRole('link', { name: 'Probability' });
    expect(describedBy(begun)).toContain('You are here');
    expect(describedBy(begun)).toContain('Learning, 2 of 4 seen');
    expect(describedBy(begun)).toContain('Expected to know 2 of 4 cards');
    expect(describedBy(screen.getByRole('link', { name: 'Statistics' }))).toContain('Locked');
  });

  it('shows a track stage by stage, with the flags at their edges', () => {
    show(testCairn(), '/map?track=code');
    const mid = screen.getByRole('region', { name: 'Programming, Mid' });
    expect(within(mid).getByRole('link', { name: 'Code review' })).toBeVisible();
    expect(within(mid).getByRole('link', { name: 'Review the changes of others' })).toHaveAttribute(
      'href',
      '/milestones/m.long',
    );
    expect(screen.getByRole('link', { name: 'Mathematics' })).toHaveAttribute(
      'href',
      '/map?track=math',
    );
  });

  it('is one tab stop, walked with the arrow keys', async () => {
    show(testCairn(), '/map?stage=entry');
    const link = (name: string): HTMLElement => screen.getByRole('link', { name });
    const stops = ['Statistics', 'Probability', 'Version control'].filter(
      (name) => link(name).tabIndex === 0,
    );
    expect(stops).toEqual(['Probability']);
    link('Probability').focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(link('Statistics')).toHaveFocus();
    await userEvent.keyboard('{ArrowLeft}');
    expect(link('Probability')).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}');
    expect(link('Version control')).toHaveFocus();
    await userEvent.keyboard('{Home}');
    expect(link('Statistics')).toHaveFocus();
    expect(link('Statistics').tabIndex).toBe(0);
    await userEvent.keyboard('{End}');
    expect(link('Version control')).toHaveFocus();
  });

  it('leads to where the person stands', async () => {
    show(testCairn(), '/map?stage=entry');
    await userEvent.click(screen.getByRole('button', { name: 'Go to where you are' }));
    expect(screen.getByRole('link', { name: 'Probability' })).toHaveFocus();
  });

  it('says so where there are no skills, and leads on', () => {
    show(testCairn(), '/map?stage=mid&track=math');
    expect(screen.getByRole('heading', { name: 'No skills here' })).toBeVisible();
    const ways = screen.getByRole('navigation', { name: 'Elsewhere on the map' });
    expect(within(ways).getByRole('link', { name: 'Mid' })).toBeVisible();
    expect(within(ways).getByRole('link', { name: 'Mathematics' })).toBeVisible();
  });
});
