/** Ways to study beside what is due: ahead of time, and before an interview. */
import { createMemo, Show, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import { dayOfIsoDate } from '../../domain/calendar/study-day.ts';
import { schedulerFor } from '../../domain/progress/scheduler-for.ts';
import { AHEAD_DAYS, cramOrder, dueLater } from '../../domain/study/aside.ts';
import { plural, relativeDay } from '../../ui/format.ts';
import { ChevronIcon } from '../../ui/icons.tsx';
import { RowLink } from '../../ui/RowLink.tsx';

export const Beside = (): JSX.Element => {
  const cairn = useCairn();
  const later = createMemo(() => dueLater(cairn.index, cairn.learner(), cairn.today()).length);
  const interview = () => {
    const day = dayOfIsoDate(cairn.learner().settings.interviewDate);
    return day !== undefined && day >= cairn.today() ? day : undefined;
  };
  const met = createMemo(() =>
    cramOrder(cairn.index, cairn.learner(), undefined, cairn.today(), interview() ?? cairn.today()),
  );
  /** Cards expected to be known on the day of the interview if nothing is done before it. */
  const knownThen = (day: number): number => {
    const { cards, settings } = cairn.learner();
    const { retrievability } = schedulerFor(settings);
    return met().reduce((sum, id) => {
      const card = cards.get(id);
      return card ? sum + retrievability(card, day) : sum;
    }, 0);
  };
  const aboutCram = (): string => {
    const day = interview();
    return day === undefined
      ? 'Before an interview: the weakest cards first. Your schedule stays as it is.'
      : `Your interview is ${relativeDay(day, cairn.today())}. Without a look before it, you would know about ${Math.round(knownThen(day))} of ${plural(met().length, 'card')}.`;
  };
  return (
    <Show when={met().length > 0}>
      <section class="stack tight" aria-labelledby="beside-title">
        <h2 id="beside-title">Beside what is due</h2>
        <ul class="list">
          <Show when={later() > 0}>
            <li>
              <RowLink
                href="/study?ahead=1"
                title="Study ahead"
                more={`${plural(later(), 'card')} due within ${AHEAD_DAYS} days, the soonest first.`}
                end={<ChevronIcon />}
              />
            </li>
          </Show>
          <li>
            <RowLink href="/study?cram=all" title="Cram" more={aboutCram()} end={<ChevronIcon />} />
          </li>
        </ul>
      </section>
    </Show>
  );
};
