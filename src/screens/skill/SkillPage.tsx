/** The page of one skill. */
import { useHref, useNavigate } from '@solidjs/router';
import { createMemo, createResource, Match, onCleanup, Show, Switch, type JSX } from 'solid-js';
import { loadTrack } from '../../app/content.ts';
import { useCairn } from '../../app/context.ts';
import type { Skill } from '../../domain/curriculum/types.ts';
import { standings } from '../../domain/progress/standing.ts';
import { shownState } from '../../domain/progress/tally.ts';
import { Prose } from '../../ui/Prose.tsx';
import { isTyping } from '../../ui/typing.ts';
import { WayLine } from '../map/WayLine.tsx';
import { CardList } from './CardList.tsx';
import { GoodByStage } from './GoodByStage.tsx';
import { Readings } from './Readings.tsx';
import { Milestones, SkillLinks } from './Related.tsx';
import { SkillClaims } from './SkillClaims.tsx';
import { StandingPanel } from './StandingPanel.tsx';

export const SkillPage = (props: { readonly skill: Skill }): JSX.Element => {
  const cairn = useCairn();
  const navigate = useNavigate();
  const mapHref = useHref(() => '/map');
  const standing = createMemo(() => standings(cairn.index, cairn.learner(), cairn.today()));
  const now = () => standing().get(props.skill.id);
  const state = () => shownState(cairn.index, cairn.learner(), props.skill, now());
  const stage = () => cairn.index.stage(props.skill.stage);
  const track = () => cairn.index.track(props.skill.track);
  const [content, { refetch }] = createResource(
    () => props.skill,
    async (skill) => {
      const chunk = await loadTrack(skill.track);
      return chunk.skills.find(({ id }) => id === skill.id);
    },
  );
  // Read only when it is there: reading a failed resource throws, and the rest of the page needs no content.
  const loaded = () => (content.state === 'ready' ? content() : undefined);
  const needs = (): readonly Skill[] =>
    props.skill.requires.flatMap((id) => cairn.index.skill(id) ?? []);
  /** As on the map, minus leads one level out. */
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== '-' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event))
      return;
    event.preventDefault();
    navigate(`/map?skill=${props.skill.id}`);
  };
  window.addEventListener('keydown', onKey);
  onCleanup(() => window.removeEventListener('keydown', onKey));

  return (
    <div class="skill" data-stage={props.skill.stage}>
      <header class="skill-head">
        <p class="skill-place">
          <a href={`${mapHref()}?stage=${props.skill.stage}`}>{stage()?.title}</a>
          <span aria-hidden="true">·</span>
          <a href={`${mapHref()}?track=${props.skill.track}`}>{track()?.title}</a>
          <span aria-hidden="true">·</span>
          <a href={`${mapHref()}?skill=${props.skill.id}`} aria-keyshortcuts="-">
            On the map
          </a>
          <kbd class="keyboard-only" aria-hidden="true">
            −
          </kbd>
        </p>
        <h1>{props.skill.title}</h1>
      </header>

      <Show when={now()}>
        {(standingNow) => (
          <StandingPanel skill={props.skill} standing={standingNow()} state={state()} />
        )}
      </Show>

      <div class="skill-main">
        <Switch>
          <Match when={content.state === 'errored'}>
            <div class="banner warn" role="alert">
              <p class="grow">
                The text of this skill is not on this device yet, and could not be fetched. Your
                progress is safe. Go online once, then try again.
              </p>
              <button type="button" class="button" onClick={() => void refetch()}>
                Try again
              </button>
            </div>
          </Match>
          <Match when={!loaded()}>
            <div class="skeleton skill-skeleton" aria-busy="true" />
          </Match>
          <Match when={loaded()}>{(ready) => <Prose html={ready().description} />}</Match>
        </Switch>
        <Show when={loaded()}>
          {(ready) => (
            <>
              <GoodByStage good={ready().good} />
              <CardList cards={ready().cards} skill={props.skill} />
              <SkillClaims skill={props.skill.id} />
            </>
          )}
        </Show>
      </div>

      <div class="skill-aside">
        <SkillLinks
          title="Needs"
          skills={needs()}
          standing={standing()}
          none="Nothing: this is a place to begin."
        />
        <SkillLinks
          title="Unlocks"
          skills={cairn.index.unlocks(props.skill.id)}
          standing={standing()}
          none="Nothing further builds on it."
        />
        <section class="stack tight" aria-labelledby="skill-way-title">
          <h2 id="skill-way-title">How far it is</h2>
          <WayLine goal={props.skill.id} />
        </section>
        <Milestones skill={props.skill} />
        <Show when={loaded()}>{(ready) => <Readings readings={ready().readings} />}</Show>
      </div>
    </div>
  );
};
