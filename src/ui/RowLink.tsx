/**
 * A row of a list that is a link as a whole, named by its title alone: what else it says is its description, so that lists of
 * links read well and voice control finds them by name.
 */
import { A } from '@solidjs/router';
import { createUniqueId, type JSX } from 'solid-js';
import './row-link.css';

export const RowLink = (props: {
  readonly href: string;
  readonly title: string;
  /** A line under the title. */
  readonly more: string;
  /** A mark before the title. */
  readonly mark?: JSX.Element;
  /** A sign at the end of the row. */
  readonly end?: JSX.Element;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
}): JSX.Element => {
  const id = createUniqueId();
  return (
    <div class="list-link row-link">
      {props.mark}
      <div class="grow">
        <A
          href={props.href}
          class="row-link-title"
          aria-describedby={id}
          onKeyDown={(event) => props.onKeyDown?.(event)}
        >
          {props.title}
        </A>
        <p id={id} class="row-link-more">
          {props.more}
        </p>
      </div>
      {props.end}
    </div>
  );
};
