import { CLAMP_PARAMETERS, W17_W18_Ceiling } from 'ts-fsrs';
import fc from 'fast-check';

/** Any set of 21 parameters within the bounds of FSRS-6; at a bound more often than chance has it. */
export const anyParameters: fc.Arbitrary<number[]> = fc.tuple(
  ...CLAMP_PARAMETERS(W17_W18_Ceiling).map(([min, max]) =>
    fc.oneof(
      { weight: 8, arbitrary: fc.double({ min, max, noNaN: true }) },
      { weight: 1, arbitrary: fc.constantFrom(min, max) },
    ),
  ),
);
