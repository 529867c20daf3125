/** The head of a room beside the list of milestones: the way back, what it is called and what it is for. */
import { A } from '@solidjs/router';
import type { JSX } from 'solid-js';
import { BackIcon } from '../../ui/icons.tsx';
import './rooms.css';

export const RoomHead = (props: {
  readonly title: string;
  /** Takes the heading, for the focus. */
  readonly heading?: (element: HTMLHeadingElement) => void;
  readonly children: JSX.Element;
}): JSX.Element => (
  <header class="stack tight room-head">
    <WayBack href="/milestones">Milestones</WayBack>
    <h1 ref={(element) => props.heading?.(element)} tabindex="-1">
      {props.title}
    </h1>
    {props.children}
  </header>
);

/** The link to where one came from, above the heading. */
export const WayBack = (props: {
  readonly href: string;
  readonly children: JSX.Element;
}): JSX.Element => (
  <A class="way-back" href={props.href}>
    <BackIcon />
    {props.children}
  </A>
);
