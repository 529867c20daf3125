/** Logging a win, from anywhere: a line and Save. It waits among the wins until it is filed. */
import type { JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import { isoDate } from '../../domain/calendar/study-day.ts';
import type { EvidenceFields } from '../../domain/log/event.ts';
import type { Offer } from './attach.ts';
import EvidenceForm from './EvidenceForm.tsx';
import { recordWithUndo, type AndThen } from './record.ts';
import { logged } from './win-facts.ts';

/** What was typed and not saved, so that a dialog closed by mistake loses nothing. */
let draft: EvidenceFields | undefined;

const LogWin = (props: {
  /** What it begins with, when another app shared something. */
  readonly shared?: Partial<EvidenceFields> | undefined;
  /** The file that was shared with it. */
  readonly offer?: Offer | undefined;
  readonly onSaved?: () => void;
  readonly onClose: () => void;
}): JSX.Element => {
  const cairn = useCairn();
  const fresh: EvidenceFields = {
    title: '',
    date: isoDate(cairn.today()),
    criterion: '',
    link: '',
    note: '',
    witnesses: '',
  };
  const save = async (fields: EvidenceFields, attach?: AndThen): Promise<boolean> => {
    const said = () => `Logged: ${fields.title}`;
    const isSaved = await recordWithUndo(cairn, [logged(fields)], said, attach);
    if (isSaved) {
      draft = undefined;
      props.onSaved?.();
    }
    return isSaved;
  };
  return (
    <EvidenceForm
      title="Log a win"
      fields={props.shared ? { ...fresh, ...props.shared } : (draft ?? fresh)}
      criteria={undefined}
      isQuick={!props.shared}
      offer={props.offer}
      save="Save win"
      onDraft={(fields) => (draft = fields)}
      onSave={save}
      onClose={() => props.onClose()}
    />
  );
};

export default LogWin;
