/** An address that leads nowhere. */
import { A } from '@solidjs/router';
import type { JSX } from 'solid-js';
import { CairnStones } from '../../ui/CairnStones.tsx';

const LostScreen = (): JSX.Element => (
  <div class="empty">
    <CairnStones stones={2} />
    <h1>Off the trail</h1>
    <p>There is nothing at this address.</p>
    <A href="/" class="button primary">
      Back to Today
    </A>
  </div>
);

export default LostScreen;
