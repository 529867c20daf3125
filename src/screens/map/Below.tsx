/** What stands below the table: what is next, what fades, the way to a goal, and how to read the map. */
import type { JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import { FadingList } from './FadingList.tsx';
import { Legend } from './Legend.tsx';
import MapClaims from './MapClaims.tsx';
import { NextUp } from './NextUp.tsx';
import { WayFinder } from './WayFinder.tsx';

const Below = (): JSX.Element => {
  const cairn = useCairn();
  return (
    <>
      <div class="map-below">
        <div class="stack">
          <NextUp />
          <FadingList />
        </div>
        <div class="stack">
          <WayFinder />
          <Legend />
        </div>
      </div>
      <MapClaims skills={cairn.index.graph.skills} />
    </>
  );
};

export default Below;
