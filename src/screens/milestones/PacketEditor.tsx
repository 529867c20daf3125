/** A packet before it is saved: every word can be changed. */
import { createSignal, For, type JSX } from 'solid-js';
import { createStore, unwrap } from 'solid-js/store';
import type { PacketDocument, PacketSection } from '../../domain/milestones/packet.ts';

/** Longest section, characters. */
const SECTION_LIMIT = 100_000;

const PacketEditor = (props: {
  readonly document: PacketDocument;
  /** Told of every change, so that nothing is lost. */
  readonly onChange: (document: PacketDocument) => void;
  readonly onSave: (document: PacketDocument) => Promise<boolean>;
  readonly onDiscard: () => void;
}): JSX.Element => {
  // Made anew for each draft.
  // eslint-disable-next-line solid/reactivity
  const { title: firstTitle, sections: firstSections, ...rest } = props.document;
  const [packet, setPacket] = createStore({
    title: firstTitle,
    sections: firstSections.map((section) => ({ ...section })),
  });
  const [saving, setSaving] = createSignal(false);
  const [problem, setProblem] = createSignal('');
  const whole = (): PacketDocument => ({
    ...rest,
    title: packet.title.trim(),
    sections: unwrap(packet.sections).map((section) => ({ ...section })),
  });
  const set = (id: string, text: string): void => {
    setPacket('sections', (section) => section.id === id, 'text', text);
    props.onChange(whole());
  };
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const long = packet.sections.find(({ text }) => text.length > SECTION_LIMIT);
    setProblem(
      packet.title.trim() === ''
        ? 'Give it a title.'
        : long
          ? `“${long.title}” is too long: at most ${SECTION_LIMIT.toLocaleString('en')} characters.`
          : '',
    );
    if (problem() || saving()) return;
    setSaving(true);
    await props.onSave(whole());
    setSaving(false);
  };

  return (
    <form class="stack packet-editor" onSubmit={(event) => void submit(event)}>
      <div class="field">
        <label for="packet-title">Title</label>
        <input
          id="packet-title"
          class="input"
          type="text"
          autocomplete="off"
          value={packet.title}
          onInput={(event) => {
            setPacket('title', event.currentTarget.value);
            props.onChange(whole());
          }}
        />
      </div>
      <For each={packet.sections}>
        {(section) => <SectionField section={section} onInput={(text) => set(section.id, text)} />}
      </For>
      <p class="problem" role="alert">
        {problem()}
      </p>
      <div class="row">
        <button type="submit" class="button primary" aria-disabled={saving()}>
          Save version
        </button>
        <button type="button" class="button" onClick={() => props.onDiscard()}>
          Discard draft
        </button>
      </div>
    </form>
  );
};

const SectionField = (props: {
  readonly section: PacketSection;
  readonly onInput: (text: string) => void;
}): JSX.Element => (
  <div class="field">
    <label for={`packet-${props.section.id}`}>{props.section.title}</label>
    <textarea
      id={`packet-${props.section.id}`}
      class="input"
      rows={props.section.id === 'summary' ? 5 : 12}
      placeholder={
        props.section.id === 'summary'
          ? 'In your words: the results that make the case, with their numbers'
          : undefined
      }
      value={props.section.text}
      onInput={(event) => props.onInput(event.currentTarget.value)}
    />
  </div>
);

export default PacketEditor;
