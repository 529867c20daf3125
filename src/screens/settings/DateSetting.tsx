/** A day that the person has in view, or none. */
import { createSignal, Show, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import { dayOfIsoDate, isoDate, type StudyDay } from '../../domain/calendar/study-day.ts';
import { dateOfDay } from '../../ui/dates.ts';
import { relativeDay } from '../../ui/format.ts';
import { CloseIcon } from '../../ui/icons.tsx';
import { Row } from './Group.tsx';
import { setting } from '../../domain/settings/settings.ts';
import { createSave } from './save.ts';

export const DateSetting = (props: {
  readonly of: 'targetDate' | 'interviewDate';
  readonly id: string;
  readonly label: string;
  /** Said while there is no date. */
  readonly hint: string;
}): JSX.Element => {
  const cairn = useCairn();
  const save = createSave();
  const [problem, setProblem] = createSignal('');
  const stored = (): string => cairn.learner().settings[props.of];
  const isAhead = (day: StudyDay | undefined): day is StudyDay =>
    day !== undefined && day > cairn.today();
  const hint = (): string => {
    const day = dayOfIsoDate(stored());
    if (day === undefined) return props.hint;
    return isAhead(day)
      ? `That is ${relativeDay(day, cairn.today())}.`
      : 'That day has come. Choose another, or none.';
  };

  const clear = (): void => {
    setProblem('');
    void save(`${props.label}: none`, setting(props.of, ''));
  };
  /** A date is typed part by part, and each part makes some date: only a whole one to come is taken. */
  const take = (text: string): void => {
    const day = dayOfIsoDate(text);
    if (!isAhead(day)) return;
    setProblem('');
    if (text !== stored()) void save(`${props.label}: ${dateOfDay(day)}`, setting(props.of, text));
  };
  const leave = (field: HTMLInputElement): void => {
    // A date typed in part has no value, and is no wish for none.
    const isEmpty = field.value === '' && !field.validity.badInput;
    if (isEmpty && stored() !== '') clear();
    else if (isEmpty || isAhead(dayOfIsoDate(field.value)) || field.value === stored())
      setProblem('');
    else setProblem('Not saved. Choose a day after today, or none.');
  };

  return (
    <Row id={props.id} label={props.label} hint={hint()} problem={problem()}>
      <span class="settings-typed">
        <input
          id={props.id}
          class="input"
          type="date"
          min={isoDate(cairn.today() + 1)}
          max="9999-12-31"
          value={stored()}
          aria-invalid={problem() !== ''}
          aria-describedby={`${props.id}-hint ${props.id}-problem`}
          onChange={(event) => take(event.currentTarget.value)}
          onBlur={(event) => leave(event.currentTarget)}
        />
        <Show when={stored() !== ''}>
          <button
            type="button"
            class="button quiet icon-only"
            aria-label={`No ${props.label.toLowerCase()}`}
            onClick={clear}
          >
            <CloseIcon />
          </button>
        </Show>
      </span>
    </Row>
  );
};
