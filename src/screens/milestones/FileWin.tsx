/** Filing a win under a milestone: which one, and which criterion it meets there. */
import { createMemo, createSignal, For, Show, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import type { MilestoneId } from '../../domain/curriculum/types.ts';
import { shownMilestones } from '../../domain/milestones/catalogue.ts';
import { criteriaStanding } from '../../domain/milestones/evidence.ts';
import { piecesOf, portfolioOf, type Win } from '../../domain/milestones/portfolio.ts';
import { Modal } from '../../ui/Modal.tsx';
import { CriterionInput } from './EvidenceInputs.tsx';
import type { Details } from './overview.ts';
import { recordWithUndo } from './record.ts';
import { filed } from './win-facts.ts';

export const FileWin = (props: {
  readonly win: Win;
  readonly details: Details;
  /** The milestone it is most likely for. */
  readonly likely: MilestoneId | undefined;
  readonly onClose: () => void;
}): JSX.Element => {
  const cairn = useCairn();
  let form!: HTMLFormElement;
  const milestones = createMemo(() =>
    shownMilestones(cairn.index.graph, portfolioOf(cairn.learner())),
  );
  const progress = (id: MilestoneId) => cairn.learner().milestones.get(id);
  const begun = () =>
    milestones().filter(({ id }) => progress(id)?.startedAt && !progress(id)?.achievedAt);
  const others = () => milestones().filter((one) => !begun().includes(one));
  // Where it begins; what is chosen then is the person's.
  // eslint-disable-next-line solid/reactivity
  const [milestone, setMilestone] = createSignal(props.likely ?? begun()[0]?.id ?? '');
  const criteria = () => props.details.contents().get(milestone())?.criteria ?? [];
  const firstOpen = () =>
    criteriaStanding(criteria(), piecesOf(cairn.learner(), milestone())).find(
      ({ evidence }) => evidence.length === 0,
    )?.id ?? '';
  const [chosen, setChosen] = createSignal<string>();
  const criterion = () => chosen() ?? props.win.filed.get(milestone()) ?? firstOpen();

  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const id = milestone();
    const title = milestones().find((one) => one.id === id)?.title ?? '';
    if (!title) return;
    const facts = [
      // Whatever is done on a milestone starts it, and so asks how it goes.
      ...(progress(id) ? [] : [{ t: 'milestone-started', milestone: id } as const]),
      filed(props.win.id, id, criterion()),
    ];
    const isSaved = await recordWithUndo(cairn, facts, () => `Filed under “${title}”.`);
    if (isSaved) form.closest('dialog')?.close();
  };

  return (
    <Modal title="File under a milestone" onClose={() => props.onClose()}>
      <form ref={form} class="stack evidence-form" onSubmit={(event) => void submit(event)}>
        <p class="soft">{props.win.fields.title}</p>
        <div class="field">
          <label for="file-milestone">Milestone</label>
          <select
            id="file-milestone"
            class="input"
            autofocus
            required
            onChange={(event) => {
              setMilestone(event.currentTarget.value);
              setChosen(undefined);
            }}
          >
            <option value="" selected={milestone() === ''}>
              Choose one
            </option>
            <Show when={begun().length > 0}>
              <optgroup label="In progress">
                <For each={begun()}>{(one) => <Choice one={one} chosen={milestone()} />}</For>
              </optgroup>
            </Show>
            <For each={cairn.index.graph.stages}>
              {(stage) => (
                <optgroup label={stage.title}>
                  <For each={others().filter((one) => one.stage === stage.id)}>
                    {(one) => <Choice one={one} chosen={milestone()} />}
                  </For>
                </optgroup>
              )}
            </For>
          </select>
        </div>
        <Show when={criteria().length > 0}>
          <CriterionInput criteria={criteria()} chosen={criterion()} onChoose={setChosen} />
        </Show>
        <div class="form-foot">
          <button type="submit" class="button primary wide">
            File it
          </button>
        </div>
      </form>
    </Modal>
  );
};

const Choice = (props: {
  readonly one: { readonly id: MilestoneId; readonly title: string };
  readonly chosen: MilestoneId;
}): JSX.Element => (
  <option value={props.one.id} selected={props.one.id === props.chosen}>
    {props.one.title}
  </option>
);
