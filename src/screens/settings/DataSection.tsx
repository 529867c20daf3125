/** Your data: backup, restore, where it is kept, and how to be rid of it. */
import type { JSX } from 'solid-js';
import { Backup } from './Backup.tsx';
import { EraseEverything } from './EraseEverything.tsx';
import { Group } from './Group.tsx';
import { KeptHere } from './KeptHere.tsx';
import { Restore } from './Restore.tsx';

export const DataSection = (): JSX.Element => (
  <Group
    id="data"
    title="Your data"
    lead="Everything stays on this device. Nothing is sent anywhere, so a backup is yours to make."
  >
    <Backup />
    <Restore />
    <KeptHere />
    <EraseEverything />
  </Group>
);
