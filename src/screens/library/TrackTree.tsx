/** The library without a search: tracks, their skills, and in these the cards. */
import { A } from '@solidjs/router';
import { createMemo, For, Show, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import type { Skill, SkillId, Track } from '../../domain/curriculum/types.ts';
import { standings, type Standing } from '../../domain/progress/standing.ts';
import { CairnStones } from '../../ui/CairnStones.tsx';
import { plural } from '../../ui/format.ts';
import { ChevronIcon } from '../../ui/icons.tsx';
import { Ring } from '../../ui/Ring.tsx';
import type { LibraryQuery } from './library-query.ts';
import { Pebbles } from './Pebbles.tsx';
import { SkillCards } from './SkillCards.tsx';
import { SKILL_STATES } from './words.ts';

type Standings = ReadonlyMap<SkillId, Standing>;

export const TrackTree = (props: { readonly query: LibraryQuery }): JSX.Element => {
  const cairn = useCairn();
  const standing = createMemo(() => standings(cairn.index, cairn.learner(), cairn.today()));
  const climbing = (a: Skill, b: Skill): number =>
    cairn.index.altitude(a.stage) - cairn.index.altitude(b.stage);
  const groups = createMemo(() => {
    const { graph } = cairn.index;
    const chosen = graph.skills.filter((skill) => props.query.admits(skill));
    return graph.tracks
      .map((track) => ({
        track,
        skills: chosen.filter((skill) => skill.track === track.id).toSorted(climbing),
      }))
      .filter(({ skills }) => skills.length > 0);
  });
  return (
    <div class="library-tracks">
      <For each={groups()} fallback={<NothingHere query={props.query} />}>
        {({ track, skills }) => (
          <TrackGroup track={track} skills={skills} standing={standing()} query={props.query} />
        )}
      </For>
    </div>
  );
};

const TrackGroup = (props: {
  readonly track: Track;
  readonly skills: readonly Skill[];
  readonly standing: Standings;
  readonly query: LibraryQuery;
}): JSX.Element => {
  const isOpen = () => props.query.isOpen(props.track.id);
  const cards = () => props.skills.reduce((sum, skill) => sum + skill.cards, 0);
  const due = () => {
    const { standing } = props;
    return props.skills.reduce((sum, { id }) => sum + (standing.get(id)?.due ?? 0), 0);
  };
  return (
    <section class="library-track" data-open={isOpen()}>
      <h2>
        <button
          type="button"
          class="library-track-head"
          aria-expanded={isOpen()}
          onClick={() => props.query.toggle(props.track.id)}
        >
          <ChevronIcon />
          <span class="library-track-name">{props.track.title}</span>
          <span class="library-track-about">
            <span>{plural(props.skills.length, 'skill')}</span>
            <span>{plural(cards(), 'card')}</span>
            <span>{due() > 0 ? `${due()} due` : ''}</span>
          </span>
          <Pebbles skills={props.skills} standing={props.standing} />
        </button>
      </h2>
      <Show when={isOpen()}>
        <ul class="library-skills" aria-label={`Skills of ${props.track.title}`}>
          <For each={props.skills}>
            {(skill) => (
              <SkillRow skill={skill} standing={props.standing.get(skill.id)} query={props.query} />
            )}
          </For>
        </ul>
      </Show>
    </section>
  );
};

const SkillRow = (props: {
  readonly skill: Skill;
  readonly standing: Standing | undefined;
  readonly query: LibraryQuery;
}): JSX.Element => {
  const cairn = useCairn();
  const isOpen = () => props.query.isOpen(props.skill.id);
  const seen = () => props.standing?.seen ?? 0;
  return (
    <li class="library-skill">
      <div class="library-skill-head">
        <A href={`/skills/${props.skill.id}`} class="list-link library-skill-link">
          <Ring share={seen() / Math.max(1, props.skill.cards)} stage={props.skill.stage} />
          <span class="library-skill-text">
            <span class="library-skill-title">{props.skill.title}</span>
            <span class="library-skill-about">
              <span>{SKILL_STATES[props.standing?.state ?? 'next-up']}</span>
              <span>{cairn.index.stage(props.skill.stage)?.title}</span>
              <span>{seen() > 0 ? `${seen()} met` : ''}</span>
              <span>{props.standing?.due ? `${props.standing.due} due` : ''}</span>
            </span>
          </span>
        </A>
        <button
          type="button"
          class="button quiet library-toggle"
          aria-expanded={isOpen()}
          onClick={() => props.query.toggle(props.skill.id)}
        >
          <span class="number">
            {props.skill.cards}{' '}
            <span class="library-toggle-word">{props.skill.cards === 1 ? 'card' : 'cards'}</span>
            <span class="visually-hidden"> of {props.skill.title}</span>
          </span>
          <ChevronIcon />
        </button>
      </div>
      <Show when={isOpen()}>
        <SkillCards skill={props.skill} />
      </Show>
    </li>
  );
};

const NothingHere = (props: { readonly query: LibraryQuery }): JSX.Element => (
  <div class="empty">
    <CairnStones stones={1} />
    <h2>No skills here</h2>
    <p>This track has no skills at this stage. Choose another stage, or look at all of them.</p>
    <button
      type="button"
      class="button"
      onClick={() => props.query.change({ track: '', stage: '' })}
    >
      Show all skills
    </button>
  </div>
);
