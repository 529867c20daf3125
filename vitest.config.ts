import solid from 'vite-plugin-solid';
import { defineConfig } from 'vitest/config';
import { cairnCurriculum } from './src/curriculum-compiler/vite-plugin.ts';

/**
 * `unit` runs in plain Node and proves with it that the domain needs no browser; `component` draws
 * single components in a simulated one. What only a real browser can answer is in tests/browser
 * (its own config) and tests/e2e (Playwright).
 */
export default defineConfig({
  define: { __CAIRN_BUILD__: JSON.stringify('test') },
  test: {
    // Generous: two busy cores, and a property test may take thousands of runs.
    testTimeout: 20_000,
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], environment: 'node' },
      },
      {
        extends: true,
        plugins: [solid(), cairnCurriculum()],
        test: {
          name: 'component',
          include: ['tests/component/**/*.test.{ts,tsx}'],
          environment: 'happy-dom',
          setupFiles: ['tests/component/setup.ts'],
        },
      },
    ],
    coverage: {
      provider: 'v8',
      include: ['src/domain/**/*.ts'],
      reporter: ['text-summary', 'json-summary', 'html'],
      thresholds: { branches: 95 },
    },
  },
});
