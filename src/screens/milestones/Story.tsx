/** The story of a milestone: its prompt, the person's own words, and, once it is achieved, the card that asks for it. */
import { createSignal, Show, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import { NOTE_LIMIT } from '../../domain/milestones/evidence.ts';
import { portfolioOf } from '../../domain/milestones/portfolio.ts';
import { Markdown } from '../../ui/Markdown.tsx';
import type { OpenMilestone } from './create-milestone.ts';
import { StillTrue } from './StillTrue.tsx';
import { StoryCard } from './StoryCard.tsx';
import { SaveOrCancel } from './SaveOrCancel.tsx';

/** What an achieved milestone asks for from time to time. */
export const Recalls = (props: { readonly open: OpenMilestone }): JSX.Element => (
  <Show when={props.open.isAchieved()}>
    <Show when={props.open.milestone.class === 'perishable'}>
      <StillTrue open={props.open} />
    </Show>
    <StoryCard open={props.open} />
  </Show>
);

/** The story in the person's own words; the packet takes it from here. */
export const StoryText = (props: { readonly open: OpenMilestone }): JSX.Element => {
  const cairn = useCairn();
  const [isOpen, setOpen] = createSignal(false);
  const story = () => portfolioOf(cairn.learner()).stories.get(props.open.milestone.id) ?? '';
  const prompt = () => props.open.content()?.story ?? '';
  return (
    <section class="stack tight" aria-labelledby="story-text">
      <h2 id="story-text">{props.open.isAchieved() ? 'Your story' : 'The story you will tell'}</h2>
      <Show when={!props.open.isAchieved() && prompt()}>
        <p class="story-ahead">{prompt()}</p>
      </Show>
      <Show
        when={!isOpen()}
        fallback={<StoryForm open={props.open} text={story()} onClose={() => setOpen(false)} />}
      >
        <Show
          when={story()}
          fallback={
            <p class="small soft">
              Collect its numbers as you go. Once this is achieved, Cairn asks you to tell it from
              time to time; what you write here goes into your packet.
            </p>
          }
        >
          <Markdown text={story()} />
        </Show>
        <button type="button" class="button" onClick={() => setOpen(true)}>
          {story() ? 'Edit your story' : 'Write it down'}
        </button>
      </Show>
    </section>
  );
};

/** Half-written stories by milestone, so that leaving the page loses nothing. */
const drafts = new Map<string, string>();

const StoryForm = (props: {
  readonly open: OpenMilestone;
  readonly text: string;
  readonly onClose: () => void;
}): JSX.Element => {
  const id = () => props.open.milestone.id;
  // What it begins with; the form is made anew each time.
  // eslint-disable-next-line solid/reactivity
  const [text, setText] = createSignal(drafts.get(id()) ?? props.text);
  const tooLong = () => text().length > NOTE_LIMIT;
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (tooLong()) return;
    const fact = {
      t: 'portfolio',
      what: 'story',
      about: id(),
      fields: { text: text().trim() },
    } as const;
    if (!(await props.open.save(fact, () => 'Story kept.'))) return;
    drafts.delete(id());
    props.onClose();
  };
  return (
    <form class="stack tight" onSubmit={(event) => void submit(event)}>
      <div class="field">
        <label for="story-words">In your words, with numbers</label>
        <textarea
          id="story-words"
          class="input"
          rows={6}
          aria-invalid={tooLong() ? true : undefined}
          aria-describedby="story-problem"
          value={text()}
          onInput={(event) => {
            setText(event.currentTarget.value);
            drafts.set(id(), text());
          }}
        />
        <p id="story-problem" class="problem" role="alert">
          {tooLong() ? 'The story is too long: at most 10,000 characters.' : ''}
        </p>
      </div>
      <SaveOrCancel save="Save story" onCancel={() => props.onClose()} />
    </form>
  );
};
