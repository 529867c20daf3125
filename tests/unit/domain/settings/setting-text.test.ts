import { describe, expect, it } from 'vitest';
import { DEFAULT_PARAMETERS } from '../../../../src/domain/memory/parameters.ts';
import {
  outOfBounds,
  parametersText,
  parseParameters,
  parseSteps,
  parseWhole,
  stepsText,
} from '../../../../src/domain/settings/setting-text.ts';
import { isValidSetting, MAX_STEPS } from '../../../../src/domain/settings/settings.ts';

const problem = (parsed: { readonly ok: boolean; readonly problem?: string }): string =>
  parsed.ok ? '' : (parsed.problem ?? '');

describe('a whole number', () => {
  it.each(['1', ' 240 ', '007'])('takes “%s”', (text) => {
    expect(parseWhole(text, [1, 240])).toEqual({ ok: true, value: Number(text) });
  });

  it.each(['', '0', '241', '-5', '1.5', '1e2', 'ten', '99999999999999999999'])(
    'refuses “%s” and names the range',
    (text) => {
      expect(problem(parseWhole(text, [1, 240]))).toBe('Enter a whole number from 1 to 240.');
    },
  );
});

describe('steps', () => {
  it('reads them whatever separates them, and writes them so that they read back', () => {
    const parsed = parseSteps(' 1m,10M ; 2h\n1d ');
    expect(parsed).toEqual({ ok: true, value: ['1m', '10m', '2h', '1d'] });
    expect(parseSteps(stepsText(['1m', '10m']))).toEqual({ ok: true, value: ['1m', '10m'] });
  });

  it('may be none', () => {
    expect(parseSteps('  ')).toEqual({ ok: true, value: [] });
  });

  it.each(['10', '0m', '1.5h', '31d', '10min'])('names the wrong one in “1m %s”', (wrong) => {
    expect(problem(parseSteps(`1m ${wrong}`))).toContain(`“${wrong}” is not a step`);
  });

  it('takes at most so many', () => {
    expect(parseSteps('1m '.repeat(MAX_STEPS)).ok).toBe(true);
    expect(problem(parseSteps('1m '.repeat(MAX_STEPS + 1)))).toBe(`At most ${MAX_STEPS} steps.`);
  });
});

describe('FSRS parameters', () => {
  it('read back as they were written, in brackets and with blanks too', () => {
    const text = parametersText(DEFAULT_PARAMETERS);
    expect(parseParameters(text)).toEqual({ ok: true, value: DEFAULT_PARAMETERS });
    expect(parseParameters(`[${text.replaceAll(',', '  ')}]`)).toEqual({
      ok: true,
      value: DEFAULT_PARAMETERS,
    });
  });

  it('take every way to write a number', () => {
    const rest = '1 '.repeat(17);
    const parsed = parseParameters(`.5 -1. +2e-3 1E2 ${rest}`);
    expect(parsed.ok && parsed.value.slice(0, 4)).toEqual([0.5, -1, 0.002, 100]);
  });

  it('are refused with the reason', () => {
    expect(problem(parseParameters('1, 2, 3'))).toBe('FSRS-6 has 21 parameters; there are 3 here.');
    expect(problem(parseParameters('0,4x 1'))).toContain('“4x” is not a number');
    expect(problem(parseParameters('NaN'))).toContain('“NaN” is not a number');
    expect(problem(parseParameters('1e999 '.repeat(21)))).toBe('One of these is too large.');
  });

  it('that are taken can be stored', () => {
    const parsed = parseParameters('1 '.repeat(21));
    expect(parsed.ok && isValidSetting('parameters', parsed.value)).toBe(true);
  });

  it('outside the model’s bounds are told, with what is used instead', () => {
    expect(outOfBounds(DEFAULT_PARAMETERS, 1)).toEqual([]);
    const wild = DEFAULT_PARAMETERS.map((w, i) => (i === 20 ? 5 : w));
    expect(outOfBounds(wild, 1)).toEqual([{ at: 20, given: 5, used: 0.8 }]);
  });
});
