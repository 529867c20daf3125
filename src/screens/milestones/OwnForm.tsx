/** A milestone of one's own, new or being edited. */
import { createSignal, For, Show, untrack, type JSX } from 'solid-js';
import { createStore, unwrap } from 'solid-js/store';
import { useCairn } from '../../app/context.ts';
import type { Competency, MilestoneClass } from '../../domain/curriculum/types.ts';
import type { OwnMilestoneFields } from '../../domain/milestones/ladder.ts';
import { criteriaOf, ownId, ownProblems } from '../../domain/milestones/own-milestone.ts';
import { portfolioOf } from '../../domain/milestones/portfolio.ts';
import { Modal } from '../../ui/Modal.tsx';
import { Labelled } from './Labelled.tsx';
import { recordWithUndo } from './record.ts';
import { CLASSES } from './words.ts';
import { StageOptions } from './StageOptions.tsx';
import './evidence.css';

interface Typed {
  title: string;
  stage: string;
  class: MilestoneClass;
  summary: string;
  criteria: string;
  weeks: string;
  story: string;
  competencies: readonly string[];
  skills: readonly string[];
}

const OwnForm = (props: {
  readonly id: string | undefined;
  readonly taken: ReadonlySet<string>;
  readonly competencies: readonly Competency[];
  readonly onClose: () => void;
}): JSX.Element => {
  const cairn = useCairn();
  let form!: HTMLFormElement;
  // The form is made anew for each milestone.
  const before = untrack(() => portfolioOf(cairn.learner()).own.get(props.id ?? ''));
  const [typed, setTyped] = createStore<Typed>({
    title: before?.title ?? '',
    stage: before?.stage ?? cairn.learner().settings.stage,
    class: before?.class ?? 'one-off',
    summary: before?.summary ?? '',
    criteria: (before?.criteria ?? []).map(({ text }) => text).join('\n'),
    weeks: String(before?.weeks ?? 8),
    story: before?.story ?? '',
    competencies: before?.competencies ?? [],
    skills: before?.skills ?? [],
  });
  const [problems, setProblems] = createSignal<ReturnType<typeof ownProblems>>({});
  const whole = (): OwnMilestoneFields => ({
    ...unwrap(typed),
    title: typed.title.trim(),
    summary: typed.summary.trim(),
    story: typed.story.trim(),
    criteria: criteriaOf(typed.criteria, before?.criteria ?? []),
    weeks: Number(typed.weeks),
  });
  const toggle = (id: string, on: boolean): void =>
    setTyped('competencies', (ids) => [...ids.filter((one) => one !== id), ...(on ? [id] : [])]);
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const fields = whole();
    const found = ownProblems(fields);
    setProblems(found);
    const [first] = Object.keys(found);
    if (first) {
      form.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
      return;
    }
    const about = props.id ?? ownId(fields.title, props.taken);
    const fact = { t: 'portfolio', what: 'milestone', about, fields } as const;
    const said = props.id === undefined ? `Added: ${fields.title}` : 'Milestone changed.';
    if (await recordWithUndo(cairn, [fact], () => said)) form.closest('dialog')?.close();
  };
  const skills = () => cairn.index.graph.skills.filter(({ id }) => !typed.skills.includes(id));

  return (
    <Modal
      title={props.id === undefined ? 'A milestone of your own' : 'Edit milestone'}
      onClose={() => props.onClose()}
    >
      <form
        ref={form}
        class="stack evidence-form"
        noValidate
        onSubmit={(event) => void submit(event)}
      >
        <Labelled label="Title" problem={problems().title}>
          {(attributes) => (
            <input
              {...attributes}
              name="title"
              class="input"
              type="text"
              autocomplete="off"
              autofocus
              value={typed.title}
              onInput={(event) => setTyped('title', event.currentTarget.value)}
            />
          )}
        </Labelled>
        <Labelled
          label="Criteria, one a line"
          hint="Things that somebody else could check"
          problem={problems().criteria}
        >
          {(attributes) => (
            <textarea
              {...attributes}
              name="criteria"
              class="input"
              rows={4}
              value={typed.criteria}
              onInput={(event) => setTyped('criteria', event.currentTarget.value)}
            />
          )}
        </Labelled>
        <div class="pair">
          <Labelled label="Stage">
            {(attributes) => (
              <select
                {...attributes}
                name="stage"
                class="input"
                onChange={(event) => setTyped('stage', event.currentTarget.value)}
              >
                <StageOptions chosen={typed.stage} />
              </select>
            )}
          </Labelled>
          <Labelled label="Usual time, weeks" problem={problems().weeks}>
            {(attributes) => (
              <input
                {...attributes}
                name="weeks"
                class="input"
                type="text"
                inputmode="numeric"
                value={typed.weeks}
                onInput={(event) => setTyped('weeks', event.currentTarget.value)}
              />
            )}
          </Labelled>
        </div>
        <Labelled label="Class" hint={CLASSES[typed.class].meaning}>
          {(attributes) => (
            <select
              {...attributes}
              name="class"
              class="input"
              onChange={(event) => setTyped('class', event.currentTarget.value as MilestoneClass)}
            >
              <For each={Object.entries(CLASSES)}>
                {([id, { name }]) => (
                  <option value={id} selected={id === typed.class}>
                    {name}
                  </option>
                )}
              </For>
            </select>
          )}
        </Labelled>
        <Labelled label="What it proves" problem={problems().summary}>
          {(attributes) => (
            <textarea
              {...attributes}
              name="summary"
              class="input"
              rows={2}
              value={typed.summary}
              onInput={(event) => setTyped('summary', event.currentTarget.value)}
            />
          )}
        </Labelled>
        <Labelled
          label="Story prompt"
          hint="What to tell in 60 seconds once it is achieved"
          problem={problems().story}
        >
          {(attributes) => (
            <textarea
              {...attributes}
              name="story"
              class="input"
              rows={2}
              value={typed.story}
              onInput={(event) => setTyped('story', event.currentTarget.value)}
            />
          )}
        </Labelled>
        <Show when={props.competencies.length > 0}>
          <fieldset class="own-competencies">
            <legend>Competencies it shows</legend>
            <For each={props.competencies}>
              {({ id, title }) => (
                <label>
                  <input
                    type="checkbox"
                    checked={typed.competencies.includes(id)}
                    onChange={(event) => toggle(id, event.currentTarget.checked)}
                  />
                  {title}
                </label>
              )}
            </For>
          </fieldset>
        </Show>
        <Labelled label="Add a skill behind it">
          {(attributes) => (
            <select
              {...attributes}
              class="input"
              onChange={(event) => {
                const { value } = event.currentTarget;
                if (value) setTyped('skills', (ids) => [...ids, value]);
                event.currentTarget.value = '';
              }}
            >
              <option value="">Choose one</option>
              <For each={skills()}>{({ id, title }) => <option value={id}>{title}</option>}</For>
            </select>
          )}
        </Labelled>
        <Show when={typed.skills.length > 0}>
          <ul class="own-skills">
            <For each={typed.skills}>
              {(id) => (
                <li>
                  <button
                    type="button"
                    class="button"
                    onClick={() => setTyped('skills', (ids) => ids.filter((one) => one !== id))}
                  >
                    {cairn.index.skill(id)?.title ?? id}
                    <span class="soft">Take out</span>
                  </button>
                </li>
              )}
            </For>
          </ul>
        </Show>
        <div class="form-foot">
          <button type="submit" class="button primary wide">
            Save milestone
          </button>
        </div>
      </form>
    </Modal>
  );
};

export default OwnForm;
