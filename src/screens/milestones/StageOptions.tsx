/** The stages of the path, as the options of a `select`. */
import { For, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';

export const StageOptions = (props: { readonly chosen: string }): JSX.Element => {
  const cairn = useCairn();
  return (
    <For each={cairn.index.graph.stages}>
      {(stage) => (
        <option value={stage.id} selected={stage.id === props.chosen}>
          {stage.title}
        </option>
      )}
    </For>
  );
};
