/** Settings: each saved at once, each with a way back. Works before the welcome, and when the data is missing. */
import { useLocation } from '@solidjs/router';
import { createEffect, Show, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import { AboutSection } from './AboutSection.tsx';
import { AppearanceSection } from './AppearanceSection.tsx';
import { DataSection } from './DataSection.tsx';
import { StudyingSection } from './StudyingSection.tsx';
import { StudySection } from './StudySection.tsx';
import { YouSection } from './YouSection.tsx';
import './settings.css';

const SettingsScreen = (): JSX.Element => {
  const cairn = useCairn();
  const location = useLocation();

  createEffect(() => {
    const id = location.hash.slice(1);
    // After the frame has scrolled to the top and taken the focus, as it does for every screen.
    if (id) requestAnimationFrame(() => goTo(id));
  });

  return (
    <div class="settings">
      <header>
        <h1>Settings</h1>
        <p class="soft">
          <Show
            when={cairn.missing()}
            fallback="Each change is saved at once, and can be undone in the note that follows it."
          >
            The other settings come back with your data.
          </Show>
        </p>
      </header>
      {/* A setting saved now would be the first event of a new log, and hide that the old one is missing. */}
      <Show when={!cairn.missing()}>
        <YouSection />
        <StudySection />
        <StudyingSection />
        <AppearanceSection />
      </Show>
      <DataSection />
      <AboutSection />
    </div>
  );
};

const goTo = (id: string): void => {
  const target = document.getElementById(id);
  // A single control is shown with its name.
  (target?.closest('.settings-row') ?? target)?.scrollIntoView();
  target?.focus({ preventScroll: true });
};

export default SettingsScreen;
