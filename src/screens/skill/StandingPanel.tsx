/** Where the person stands with the skill, what is in the way, and the way on. */
import { For, Show, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import { skillOfCard, type Skill } from '../../domain/curriculum/types.ts';
import type { Standing } from '../../domain/progress/standing.ts';
import type { ShownState } from '../../domain/progress/tally.ts';
import { plural, relativeDay } from '../../ui/format.ts';
import { shareKnown, standingSentence, STATE_MEANINGS, STATE_NAMES } from '../../ui/skill-words.ts';
import { SkillMark } from '../../ui/SkillMark.tsx';
import { SkillActs } from './SkillActs.tsx';

export const StandingPanel = (props: {
  readonly skill: Skill;
  readonly standing: Standing;
  readonly state: ShownState;
}): JSX.Element => {
  const cairn = useCairn();
  const missing = (): readonly Skill[] =>
    props.standing.missing.flatMap((id) => cairn.index.skill(id) ?? []);
  const isLocked = (): boolean => props.state === 'locked';
  const unseen = (): number => Math.max(0, props.standing.cards - props.standing.seen);

  /** When the next card of the skill is due, in words. */
  const nextDue = (): string | undefined => {
    const { cards, suspended } = cairn.learner();
    let first = Infinity;
    for (const [id, card] of cards) {
      if (skillOfCard(id) !== props.skill.id || card.reps === 0 || suspended.has(id)) continue;
      first = Math.min(first, card.dueDay);
    }
    return Number.isFinite(first) ? relativeDay(first, cairn.today()) : undefined;
  };

  return (
    <section class="skill-standing panel" aria-label="Where you stand">
      <SkillMark
        state={props.state}
        share={shareKnown(props.standing)}
        stage={props.skill.stage}
        size={72}
      />
      <div class="skill-words">
        <p class="skill-state">
          <strong>{STATE_NAMES[props.state]}</strong>
          <Show when={!isLocked()}>
            <span class="soft">: {STATE_MEANINGS[props.state]}</span>
          </Show>
        </p>
        <p>{standingSentence(props.standing, cairn.today())}</p>
        <Show when={props.standing.seen > 0}>
          <Bar standing={props.standing} />
        </Show>
        <p class="soft small">{work(props.standing, unseen(), nextDue())}</p>
      </div>
      <Show when={missing().length > 0}>
        <div class="skill-missing">
          <p>
            {isLocked() ? 'Not ready yet among what it needs: ' : 'Begun ahead of: '}
            <For each={missing()}>
              {(skill, i) => (
                <>
                  {i() > 0 ? ', ' : ''}
                  <strong>{skill.title}</strong>
                </>
              )}
            </For>
            .
          </p>
          <Show when={isLocked()}>
            <p class="soft small">That is advice, not a gate.</p>
          </Show>
        </div>
      </Show>
      <SkillActs skill={props.skill} />
    </section>
  );
};

const work = (standing: Standing, unseen: number, next: string | undefined): string => {
  const parts: string[] = [];
  if (standing.due > 0) parts.push(`${plural(standing.due, 'card')} due today`);
  else if (next !== undefined) parts.push(`Nothing due. The next review is ${next}`);
  if (unseen > 0 && standing.seen > 0) parts.push(`${plural(unseen, 'card')} not met yet`);
  return parts.length > 0 ? `${parts.join('. ')}.` : '';
};

/** Cards held for weeks, held for a week, met, and not met, as one bar. Its words are beside it. */
const Bar = (props: { readonly standing: Standing }): JSX.Element => {
  const share = (cards: number): number => (100 * cards) / Math.max(1, props.standing.cards);
  return (
    <figure class="skill-bar">
      <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <rect class="all" width="100" height="8" />
        <rect class="seen" width={share(props.standing.seen)} height="8" />
        <rect class="steady" width={share(props.standing.steady)} height="8" />
        <rect class="durable" width={share(props.standing.durable)} height="8" />
      </svg>
      <figcaption class="soft small">
        {props.standing.seen} of {plural(props.standing.cards, 'card')} met, {props.standing.steady}{' '}
        steady for a week, {props.standing.durable} for three
      </figcaption>
    </figure>
  );
};
