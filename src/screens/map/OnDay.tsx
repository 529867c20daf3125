/** After a heading, the day that the map shows, where that is not today. */
import { Show, type JSX } from 'solid-js';
import { dateOfDay } from '../../ui/dates.ts';
import { useMap } from './map-state.ts';

export const OnDay = (): JSX.Element => {
  const map = useMap();
  return (
    <Show when={map.day()}>{(shown) => <span class="soft">, {dateOfDay(shown().day)}</span>}</Show>
  );
};
