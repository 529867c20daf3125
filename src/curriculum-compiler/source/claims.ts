import type { Problems } from '../problems.ts';
import type { ClaimSource } from './model.ts';
import { readEntries } from './yaml-fields.ts';

/** `claims.yaml`: what others say of the career, with its date. */
export function readClaims(text: string, file: string, problems: Problems): ClaimSource[] {
  return readEntries(text, { file, line: 1 }, problems).map((fields) => {
    const claim = {
      id: fields.text('id'),
      skill: fields.located('skill'),
      text: fields.text('text'),
      asOf: fields.text('asof'),
      by: fields.text('by'),
      note: fields.optionalText('note'),
      years: fields.has('years') && fields.boolean('years'),
      covers: fields.list('statements'),
      contradicts: fields.maps('contradicts').map((entry) => {
        const contradiction = { claim: entry.located('claim'), why: entry.text('why') };
        entry.finish();
        return contradiction;
      }),
      at: fields.at,
    };
    if (claim.asOf !== '' && !/^\d{4}(-(0[1-9]|1[0-2]))?$/.test(claim.asOf)) {
      const message = `"asof" must be a year or a month, 2024 or 2024-02, not "${claim.asOf}"`;
      problems.error(fields.place('asof'), 'field-type', message);
    }
    fields.finish();
    return claim;
  });
}
