/** What stands below the ground of the trail: what it brings out, and zoom for hands that neither pinch nor turn a wheel. */
import type { JSX } from 'solid-js';
import { Filter } from './Filter.tsx';
import { ZoomButtons } from './ZoomButtons.tsx';
import './controls.css';

const Controls = (props: {
  readonly onZoom: (factor: number) => void;
  readonly onHere: (() => void) | undefined;
}): JSX.Element => (
  <>
    <Filter />
    <ZoomButtons onZoom={props.onZoom} onHere={props.onHere} />
  </>
);

export default Controls;
