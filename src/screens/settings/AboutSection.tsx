/** About: versions, what is in the curriculum, licences, and the keys. */
import { For, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import { plural } from '../../ui/format.ts';
import { Group } from './Group.tsx';

/** Alternatives are lists of keys; the keys of one are pressed one after another. */
const KEYS: readonly { readonly keys: readonly string[]; readonly what: string }[] = [
  { keys: ['Space'], what: 'Show the answer, then rate Good' },
  { keys: ['1', '2', '3', '4'], what: 'Rate Again, Hard, Good, Easy' },
  { keys: ['U'], what: 'Undo (also Ctrl or ⌘ Z)' },
  { keys: ['E'], what: 'Edit the card' },
  { keys: ['B'], what: 'Bury until tomorrow' },
  { keys: ['S'], what: 'Suspend' },
  { keys: ['I'], what: 'Card info' },
  { keys: ['?'], what: 'List the keys while studying' },
  { keys: ['G', 'T'], what: 'Go to Today' },
  { keys: ['G', 'S'], what: 'Go to study' },
  { keys: ['G', 'M'], what: 'Go to the map' },
  { keys: ['G', 'P'], what: 'Go to the milestones' },
  { keys: ['G', 'I'], what: 'Go to the insights' },
  { keys: ['G', 'L'], what: 'Go to the library' },
  { keys: ['G', ','], what: 'Go to the settings' },
];

export const AboutSection = (): JSX.Element => {
  const { graph } = useCairn().index;
  const cards = (): number => graph.skills.reduce((sum, skill) => sum + skill.cards, 0);
  return (
    <Group id="about" title="About" lead="Cairn is free, open, and keeps no account of you.">
      <dl class="settings-about">
        <div>
          <dt>Version</dt>
          <dd>{__CAIRN_BUILD__}</dd>
        </div>
        <div>
          <dt>Curriculum</dt>
          <dd>
            {graph.title}, version {graph.version.slice(0, 12)}
          </dd>
        </div>
        <div>
          <dt>In it</dt>
          <dd>
            {plural(graph.skills.length, 'skill')} in {plural(graph.tracks.length, 'track')},{' '}
            {plural(cards(), 'card')}, {plural(graph.milestones.length, 'milestone')}
          </dd>
        </div>
        <div>
          <dt>Licences</dt>
          <dd>MIT for the code, CC BY 4.0 for the content</dd>
        </div>
      </dl>
      <div class="settings-row wide keyboard-only">
        <h3 class="settings-label">Keyboard shortcuts</h3>
        <dl class="settings-keys">
          <For each={KEYS}>
            {(row) => (
              <div>
                <dt>
                  <For each={row.keys}>{(key) => <kbd>{key}</kbd>}</For>
                </dt>
                <dd>{row.what}</dd>
              </div>
            )}
          </For>
        </dl>
      </div>
    </Group>
  );
};
