/**
 * Where the curriculum lies: `CAIRN_CURRICULUM` overrides what is configured, so that benches can put a synthetic one
 * in its place.
 */
export const curriculumDirectory = (configured = 'curriculum'): string =>
  process.env['CAIRN_CURRICULUM'] ?? configured;
