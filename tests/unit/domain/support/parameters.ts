import { CLAMP_PARAMETERS, W17_W18_Ceiling } from 'ts-fsrs';
import fc from 'fast-check';

/** The bounds of the 21 parameters of FSRS-6. */
export const BOUNDS = CLAMP_PARAMETERS(W17_W18_Ceiling).map(
  ([min = 0, max = 0]) => [min, max] as const,
);

/** Any set of parameters within them; at a bound more often than chance has it. */
export const anyParameters: fc.Arbitrary<number[]> = fc.tuple(
  ...BOUNDS.map(([min, max]) =>
    fc.oneof(
      { weight: 8, arbitrary: fc.double({ min, max, noNaN: true }) },
      { weight: 1, arbitrary: fc.constantFrom(min, max) },
    ),
  ),
);
