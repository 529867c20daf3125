/** The employer's ladder: brought in from a file, shown in short, exported again. */
import { createSignal, For, Show, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import type { Fact } from '../../domain/log/event.ts';
import { ladderJson, ladderYaml } from '../../domain/milestones/ladder-export.ts';
import { importLadder, type ImportedLadder } from '../../domain/milestones/ladder-import.ts';
import { portfolioOf } from '../../domain/milestones/portfolio.ts';
import { download } from '../../ui/download.ts';
import { plural } from '../../ui/format.ts';
import { recordWithUndo } from './record.ts';

/** More than this nobody reads at once. */
const SHOWN_PROBLEMS = 20;

interface Trouble {
  readonly file: string;
  readonly lines: readonly string[];
  readonly more: number;
}

const LadderFiles = (): JSX.Element => {
  const cairn = useCairn();
  const [trouble, setTrouble] = createSignal<Trouble>();
  const portfolio = () => portfolioOf(cairn.learner());

  const take = async (file: File): Promise<void> => {
    setTrouble(undefined);
    const fail = (lines: readonly string[]): void => {
      const more = Math.max(0, lines.length - SHOWN_PROBLEMS);
      setTrouble({ file: file.name, lines: lines.slice(0, SHOWN_PROBLEMS), more });
    };
    try {
      const { readLadderFile, LadderSyntaxError } = await import('./ladder-reader.ts');
      try {
        const { value, lineOf } = readLadderFile(await file.text());
        const ids = cairn.index.graph.stages.map(({ id }) => id);
        const upTo = Math.max(0, cairn.index.altitude(cairn.learner().settings.targetStage));
        const imported = importLadder(value, ids.slice(0, upTo + 1), ids);
        if (imported.problems.length === 0) await keep(imported);
        else {
          fail(imported.problems.map(({ path, message }) => `Line ${lineOf(path)}: ${message}`));
        }
      } catch (error) {
        if (!(error instanceof LadderSyntaxError)) throw error;
        fail([`Line ${error.line}: ${error.message}`]);
      }
    } catch {
      fail(['The file could not be read.']);
    }
  };
  const keep = async ({ ladder, milestones }: ImportedLadder): Promise<void> => {
    const facts: readonly Fact[] = [
      ...(ladder
        ? [{ t: 'portfolio', what: 'ladder', about: '', fields: { ladder } } as const]
        : []),
      ...[...milestones].map(
        ([about, fields]) => ({ t: 'portfolio', what: 'milestone', about, fields }) as const,
      ),
    ];
    const what = ladder ? ladder.name : plural(milestones.size, 'milestone');
    await recordWithUndo(cairn, facts, () => `Imported: ${what}.`);
  };
  const save = (text: string, ending: 'yaml' | 'json'): void => {
    const type = ending === 'json' ? 'application/json' : 'application/yaml';
    download(new Blob([text], { type }), `ladder.${ending}`);
    cairn.notify(`ladder.${ending} is in your downloads`);
  };
  const isEmpty = () => !portfolio().ladder && portfolio().own.size === 0;

  return (
    <section class="panel stack" aria-labelledby="files-title">
      <h2 id="files-title">Your employer's ladder</h2>
      <Show
        when={portfolio().ladder}
        fallback={
          <p class="soft">
            None yet. A YAML or JSON file with levels, themes and what is expected becomes
            milestones beside Cairn's own.
          </p>
        }
      >
        {(ladder) => (
          <>
            <p>
              <strong>{ladder().name}</strong>: {plural(ladder().levels.length, 'level')},{' '}
              {plural(ladder().themes.length, 'theme')},{' '}
              {plural(ladder().competencies.length, 'expectation')}.
            </p>
            <Show when={ladder().summary}>
              <p class="soft">{ladder().summary}</p>
            </Show>
          </>
        )}
      </Show>
      <div class="row ladder-files">
        <label class="button ladder-file">
          Import a ladder
          <input
            type="file"
            class="visually-hidden"
            accept=".yaml,.yml,.json,application/json,application/yaml"
            onChange={(event) => {
              const [file] = event.currentTarget.files ?? [];
              if (file) void take(file);
              // So that choosing the same file again is a change.
              event.currentTarget.value = '';
            }}
          />
        </label>
        <Show when={!isEmpty()}>
          <button
            type="button"
            class="button"
            onClick={() => save(ladderYaml(portfolio().ladder, portfolio().own), 'yaml')}
          >
            Export YAML
          </button>
          <button
            type="button"
            class="button"
            onClick={() => save(ladderJson(portfolio().ladder, portfolio().own), 'json')}
          >
            Export JSON
          </button>
        </Show>
        <Show when={portfolio().ladder}>
          <button
            type="button"
            class="button quiet"
            onClick={() =>
              void recordWithUndo(
                cairn,
                [{ t: 'portfolio', what: 'ladder', about: '', fields: { ladder: null } }],
                () => 'Ladder removed. Evidence for it stays in your log.',
              )
            }
          >
            Remove the ladder
          </button>
        </Show>
      </div>
      <Show when={trouble()}>
        {(found) => (
          <div class="ladder-trouble" role="alert">
            <p>
              <strong>{found().file} was not imported; nothing was changed.</strong>
            </p>
            <ul>
              <For each={found().lines}>{(line) => <li>{line}</li>}</For>
            </ul>
            <Show when={found().more > 0}>
              <p>And {found().more} more.</p>
            </Show>
          </div>
        )}
      </Show>
    </section>
  );
};

export default LadderFiles;
