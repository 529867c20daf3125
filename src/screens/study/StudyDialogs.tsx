/** What opens over a session, each loaded when it is first wanted. */
import { lazy, Match, Suspense, Switch, type JSX } from 'solid-js';
import type { Card } from '../../domain/curriculum/types.ts';
import type { StudySession } from './create-session.ts';
import type { StudyDialog } from './study-dialog.ts';

const CardInfo = lazy(() => import('./CardInfo.tsx').then((m) => ({ default: m.CardInfo })));
const EditCard = lazy(() => import('./EditCard.tsx').then((m) => ({ default: m.EditCard })));
const HandsFree = lazy(() =>
  import('./hands-free/HandsFree.tsx').then((m) => ({ default: m.HandsFree })),
);
const LogWin = lazy(() => import('../milestones/LogWin.tsx'));
const ReportProblem = lazy(() =>
  import('./ReportProblem.tsx').then((m) => ({ default: m.ReportProblem })),
);
const Shortcuts = lazy(() => import('./Shortcuts.tsx').then((m) => ({ default: m.Shortcuts })));

export const StudyDialogs = (props: {
  readonly dialog: StudyDialog;
  readonly card: Card | undefined;
  readonly session: StudySession;
  readonly onClose: () => void;
}): JSX.Element => (
  <Suspense>
    <Switch>
      <Match when={props.dialog === 'shortcuts'}>
        <Shortcuts onClose={props.onClose} />
      </Match>
      <Match when={props.dialog === 'hands-free'}>
        <HandsFree card={props.card} session={props.session} onClose={props.onClose} />
      </Match>
      <Match when={props.dialog === 'win'}>
        <LogWin onClose={props.onClose} />
      </Match>
      <Match when={props.card}>
        {(card) => (
          <Switch>
            <Match when={props.dialog === 'edit'}>
              <EditCard card={card()} onClose={props.onClose} />
            </Match>
            <Match when={props.dialog === 'info'}>
              <CardInfo card={card()} outcomes={props.session.outcomes()} onClose={props.onClose} />
            </Match>
            <Match when={props.dialog === 'report'}>
              <ReportProblem card={card()} onClose={props.onClose} />
            </Match>
          </Switch>
        )}
      </Match>
    </Switch>
  </Suspense>
);
