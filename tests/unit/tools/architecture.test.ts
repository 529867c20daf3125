import { describe, expect, it } from 'vitest';
import { forbiddenImport } from '../../tools/lint/architecture.mjs';

describe('who may import whom', () => {
  const allowed: readonly [importer: string, specifier: string, typeOnly?: boolean][] = [
    ['src/domain/memory/scheduler.ts', 'ts-fsrs'],
    ['src/domain/progress/fold.ts', '../log/event.ts'],
    ['src/storage/log-store.ts', '../domain/log/event.ts'],
    ['src/ui/Prose.tsx', '../domain/curriculum/types.ts', true],
    ['src/screens/study/StudyScreen.tsx', '../../app/context.ts'],
    ['src/screens/study/StudyScreen.tsx', 'solid-js/store'],
    ['src/app/content.ts', 'virtual:curriculum'],
    ['src/service-worker/sw.ts', 'workbox-precaching'],
    ['tests/unit/anything.test.ts', '../../src/storage/log-store.ts'],
  ];
  it.each(allowed)('%s may import %s', (importer, specifier, typeOnly = false) => {
    expect(forbiddenImport(importer, specifier, typeOnly)).toBeUndefined();
  });

  const forbidden: readonly [importer: string, specifier: string][] = [
    ['src/domain/memory/scheduler.ts', 'solid-js'],
    ['src/domain/memory/scheduler.ts', 'idb-keyval'],
    ['src/domain/memory/scheduler.ts', '../../storage/log-store.ts'],
    ['src/storage/log-store.ts', '../app/clock.ts'],
    ['src/storage/log-store.ts', '../ui/icons.tsx'],
    ['src/ui/Prose.tsx', '../domain/curriculum/types.ts'],
    ['src/ui/Prose.tsx', '../storage/log-store.ts'],
    ['src/screens/study/StudyScreen.tsx', '../../app/Shell.tsx'],
    ['src/screens/study/StudyScreen.tsx', '../../curriculum-compiler/compile.ts'],
    ['src/app/App.tsx', '../curriculum-compiler/compile.ts'],
    ['src/app/App.tsx', '../service-worker/sw.ts'],
    // Not a folder of that name, only one that begins with it.
    ['src/storage/log-store.ts', '../domain-extras/x.ts'],
  ];
  it.each(forbidden)('%s may not import %s', (importer, specifier) => {
    expect(forbiddenImport(importer, specifier, false)).toContain('may not import');
  });
});
