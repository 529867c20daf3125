/** Readiness for a stage: knowledge beside evidence, by competency, gaps first. */
import { A, useSearchParams } from '@solidjs/router';
import { createMemo, For, Show, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import { shownMilestones } from '../../domain/milestones/catalogue.ts';
import { portfolioOf } from '../../domain/milestones/portfolio.ts';
import {
  readiness,
  type CompetencyReadiness,
  type Knowledge,
  type Proof,
  type Step,
} from '../../domain/milestones/readiness.ts';
import { standings } from '../../domain/progress/standing.ts';
import { plural, relativeDay } from '../../ui/format.ts';
import { Ring } from '../../ui/Ring.tsx';
import { CareerNote } from './CareerNote.tsx';
import { createDetails } from './overview.ts';
import { RoomHead } from './RoomHead.tsx';
import { shownDate, STATES } from './words.ts';
import './readiness.css';

const ReadinessScreen = (): JSX.Element => {
  const cairn = useCairn();
  const [query, setQuery] = useSearchParams<{ stage?: string }>();
  const details = createDetails(cairn);
  const stages = () => cairn.index.graph.stages;
  const stage = () => stages().find(({ id }) => id === query.stage) ?? nextStage();
  const nextStage = () => {
    const at = cairn.index.altitude(cairn.learner().settings.stage);
    return stages()[at + 1] ?? stages()[at];
  };
  const standing = createMemo(() => standings(cairn.index, cairn.learner(), cairn.today()));
  const competencies = createMemo(() =>
    readiness({
      index: cairn.index,
      learner: cairn.learner(),
      day: cairn.today(),
      stage: stage()?.id ?? '',
      milestones: shownMilestones(cairn.index.graph, portfolioOf(cairn.learner())),
      contents: details.contents(),
      competencies: details.competencies(),
      standings: standing(),
    }),
  );
  const gaps = () => competencies().filter(hasGap).length;

  return (
    <div class="readiness stack loose">
      <RoomHead title="Readiness">
        <p class="soft">
          What you are expected to know beside what you have shown, gaps first. There is no score:
          people promote people.
        </p>
        <div class="field readiness-stage">
          <label for="readiness-stage">For the stage</label>
          <select
            id="readiness-stage"
            class="input"
            onChange={(event) => setQuery({ stage: event.currentTarget.value })}
          >
            <For each={stages()}>
              {(one) => (
                <option value={one.id} selected={one.id === stage()?.id}>
                  {one.title}
                </option>
              )}
            </For>
          </select>
        </div>
      </RoomHead>
      <Show when={competencies().length > 0} fallback={<NothingYet failed={details.failed()} />}>
        <p>
          <strong>
            {gaps() === 0
              ? 'No gaps at this stage.'
              : `${plural(gaps(), 'gap')} in ${plural(competencies().length, 'competency', 'competencies')}.`}
          </strong>{' '}
          <A href="/milestones/plan">The plan</A> says what to start when.
        </p>
        <ul class="competencies">
          <For each={competencies()}>
            {(one) => <CompetencyRow one={one} stage={stage()?.id ?? ''} today={cairn.today()} />}
          </For>
        </ul>
      </Show>
      <CareerNote claims={details.claims().filter(({ years }) => years)} />
    </div>
  );
};

const hasGap = (one: CompetencyReadiness): boolean => one.lacksProof || one.lacksKnowledge;

const NothingYet = (props: { readonly failed: boolean }): JSX.Element => (
  <Show when={props.failed} fallback={<div class="skeleton readiness-skeleton" />}>
    <p class="banner warn">
      The competencies are not stored on this device yet, and the network did not answer. Connect
      once; what you recorded is safe.
    </p>
  </Show>
);

const gapWords = (one: CompetencyReadiness): string => {
  if (one.lacksProof) return one.lacksKnowledge ? 'Gap: proof and knowledge' : 'Gap: proof';
  return one.lacksKnowledge ? 'Gap: knowledge' : 'No gap';
};

const CompetencyRow = (props: {
  readonly one: CompetencyReadiness;
  readonly stage: string;
  readonly today: number;
}): JSX.Element => {
  const one = () => props.one;
  return (
    <li class="competency panel" classList={{ gap: hasGap(one()) }}>
      <div class="row apart">
        <h2>{one().competency.title}</h2>
        <span class="chip">{gapWords(one())}</span>
      </div>
      <p class="soft">{one().competency.summary}</p>
      <div class="competency-sides">
        <section aria-label={`Knowledge for ${one().competency.title}`}>
          <h3>Knowledge</h3>
          <Show
            when={one().knowledge}
            fallback={<p class="small soft">No skill of this stage feeds it.</p>}
          >
            {(knowledge) => (
              <div class="row competency-known">
                <Ring
                  share={knowledge().expected / Math.max(1, knowledge().cards)}
                  stage={props.stage}
                />
                <p class="small grow">{knowledgeWords(knowledge(), props.today)}</p>
              </div>
            )}
          </Show>
        </section>
        <section aria-label={`Evidence for ${one().competency.title}`}>
          <h3>Evidence</h3>
          <p class="small">{evidenceWords(one())}</p>
          <ul class="proofs">
            <For each={one().proofs}>{(proof) => <ProofRow proof={proof} />}</For>
          </ul>
        </section>
      </div>
      <Show when={one().steps.length > 0}>
        <div class="competency-steps">
          <h3>Next</h3>
          <ul>
            <For each={one().steps}>{(step) => <StepLink step={step} />}</For>
          </ul>
        </div>
      </Show>
    </li>
  );
};

const knowledgeWords = (knowledge: Knowledge, today: number): string => {
  if (knowledge.seen === 0) return `${plural(knowledge.cards, 'card')}, none met yet`;
  const spread = Math.round(knowledge.spread);
  const known = `${Math.round(knowledge.expected)}${spread > 0 ? ` ± ${spread}` : ''}`;
  const tested =
    knowledge.lastDay === undefined
      ? ''
      : `, last tested ${relativeDay(Math.min(knowledge.lastDay, today), today)}`;
  return `Expected to know ${known} of ${plural(knowledge.cards, 'card')}${tested}`;
};

const evidenceWords = (one: CompetencyReadiness): string => {
  if (one.proofs.length === 0) return 'No milestone of this stage shows it.';
  const achieved = one.proofs.filter(({ standing }) => standing.progress.achievedAt > 0).length;
  const newest = one.newest ? `, newest evidence ${shownDate(one.newest)}` : '';
  return `${achieved} of ${plural(one.proofs.length, 'milestone')} achieved${newest}`;
};

const ProofRow = (props: { readonly proof: Proof }): JSX.Element => (
  <li class="small">
    <A href={`/milestones/${props.proof.milestone.id}`}>{props.proof.milestone.title}</A>{' '}
    <span class="soft">{STATES[props.proof.standing.state]}</span>
  </li>
);

const STEPS: Readonly<Record<Exclude<Step['is'], 'study'>, string>> = {
  refresh: 'Show again',
  evidence: 'Find evidence for',
  achieve: 'Say whether it is done',
  start: 'Start',
};

const StepLink = (props: { readonly step: Step }): JSX.Element => {
  const step = () => props.step;
  const href = (): string => {
    const one = step();
    return one.is === 'study' ? `/skills/${one.skill.id}` : `/milestones/${one.milestone.id}`;
  };
  const title = (): string => {
    const one = step();
    return one.is === 'study' ? one.skill.title : one.milestone.title;
  };
  const verb = (): string => {
    const { is } = step();
    return is === 'study' ? 'Study' : STEPS[is];
  };
  const criterion = (): string => {
    const one = step();
    return one.is === 'evidence' ? one.criterion : '';
  };
  return (
    <li>
      {verb()} <A href={href()}>{title()}</A>
      <Show when={criterion()}>
        <span class="small soft competency-criterion">{criterion()}</span>
      </Show>
    </li>
  );
};

export default ReadinessScreen;
