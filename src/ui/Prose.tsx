/** HTML that the curriculum compiler made. It is the only HTML that the app inserts as such. */
import type { JSX } from 'solid-js';
import type { CompiledHtml } from '../domain/curriculum/types.ts';

export const Prose = (props: {
  readonly html: CompiledHtml;
  readonly class?: string;
}): JSX.Element => <div class={`prose ${props.class ?? ''}`} innerHTML={props.html} />;
