/** A stage of the climb, folded or open, with its milestones. */
import { A } from '@solidjs/router';
import { Index, Show, untrack, type JSX } from 'solid-js';
import { plural } from '../../ui/format.ts';
import { ChevronIcon } from '../../ui/icons.tsx';
import { MilestoneCairn } from './MilestoneCairn.tsx';
import type { Row, StageRows } from './overview.ts';
import { nextWords, STATES } from './words.ts';

export const StageGroup = (props: {
  readonly group: StageRows;
  readonly place: 'here' | 'goal' | undefined;
  /** Whether it is open at first; after that, folding is the person's. */
  readonly opens: boolean;
  readonly today: number;
}): JSX.Element => {
  const opens = untrack(() => props.opens);
  return (
    <details class="stage" data-stage={props.group.stage.id} open={opens}>
      <summary class="stage-summary">
        <ChevronIcon />
        <span class="grow group-head">
          <span class="stage-name">
            <h2>{props.group.stage.title}</h2>
            <Show when={props.place}>
              {(place) => (
                <span class="chip">{place() === 'here' ? 'you are here' : 'your goal'}</span>
              )}
            </Show>
          </span>
          <span class="small soft">{counts(props.group)}</span>
        </span>
      </summary>
      <p class="soft stage-about">{props.group.stage.summary}</p>
      <Show
        when={props.group.rows.length > 0}
        fallback={
          <p class="empty">No milestones here yet. The skills of this stage are on the map.</p>
        }
      >
        <ul class="peaks">
          <Index each={props.group.rows}>{(row) => <Peak row={row()} today={props.today} />}</Index>
        </ul>
      </Show>
    </details>
  );
};

const counts = (group: StageRows): string => {
  const parts = [
    `${group.achieved} of ${plural(group.rows.length, 'milestone')} achieved`,
    group.inProgress > 0 ? `${group.inProgress} in progress` : '',
    group.refreshing > 0
      ? `${group.refreshing} ${group.refreshing === 1 ? 'needs' : 'need'} refreshing`
      : '',
  ];
  return parts.filter(Boolean).join(' · ');
};

const evidenceWords = (row: Row): string => {
  if (row.criteria === undefined) {
    return plural(row.pieces, 'piece of evidence', 'pieces of evidence');
  }
  const criteria = plural(row.criteria, 'criterion', 'criteria');
  return row.state === 'not-started' ? criteria : `${row.met} of ${criteria} with evidence`;
};

/** The link covers the whole tile, and is named by the title alone. */
const Peak = (props: { readonly row: Row; readonly today: number }): JSX.Element => (
  <li class="peak" data-state={props.row.state}>
    <MilestoneCairn
      criteria={props.row.criteria ?? 3}
      met={props.row.met}
      state={props.row.state}
      size={48}
    />
    <div class="grow">
      <h3>
        <A class="whole-link" href={`/milestones/${props.row.milestone}`}>
          {props.row.title}
        </A>
      </h3>
      <p class="small peak-state">
        <strong>{STATES[props.row.state]}</strong>{' '}
        <span class="soft">{evidenceWords(props.row)}</span>
      </p>
      <Show when={props.row.next}>
        {(next) => (
          <p class="small peak-next" classList={{ due: next().day <= props.today }}>
            {nextWords(next(), props.today)}
          </p>
        )}
      </Show>
    </div>
  </li>
);
