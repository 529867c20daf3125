/** Makes a report on a card and copies it: there is no server that it could be sent to. */
import { createSignal, For, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import type { Card } from '../../domain/curriculum/types.ts';
import { problemReport, PROBLEMS, type Problem } from '../../domain/progress/problem-report.ts';
import { Modal } from '../../ui/Modal.tsx';

export const ReportProblem = (props: {
  readonly card: Card;
  readonly onClose: () => void;
}): JSX.Element => {
  const cairn = useCairn();
  const [problem, setProblem] = createSignal<Problem>(PROBLEMS[0]);
  const [words, setWords] = createSignal('');
  let text!: HTMLTextAreaElement;
  const report = (): string =>
    problemReport(props.card, cairn.index.graph.version, problem(), words());
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(report());
    } catch {
      text.select();
      cairn.notify('The browser does not let the app copy. The report is selected: copy it.');
      return;
    }
    cairn.notify('Report copied. Paste it into a message to whoever looks after the curriculum.');
    props.onClose();
  };
  return (
    <Modal title="Report a problem" onClose={props.onClose}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void copy();
        }}
      >
        <div class="field">
          <label for="report-problem">What is wrong?</label>
          <select
            id="report-problem"
            class="input"
            onChange={(event) =>
              setProblem(PROBLEMS[event.currentTarget.selectedIndex] ?? PROBLEMS[0])
            }
          >
            <For each={PROBLEMS}>{(name) => <option>{name}</option>}</For>
          </select>
        </div>
        <div class="field">
          <label for="report-words">In your words</label>
          <textarea
            id="report-words"
            class="input"
            rows={3}
            onInput={(event) => setWords(event.currentTarget.value)}
          />
        </div>
        <div class="field">
          <label for="report-text">The report</label>
          <textarea
            ref={text}
            id="report-text"
            class="input small"
            rows={6}
            readonly
            value={report()}
          />
        </div>
        <p class="hint">Nothing is sent. The report is copied, and goes where you paste it.</p>
        <button type="submit" class="button primary">
          Copy the report
        </button>
      </form>
    </Modal>
  );
};
