/** The altitude hues of the design (src/ui/tokens.css), from the foot of the climb to what lies beyond its top. */
const HUES = ['entry', 'mid', 'senior', 'staff', 'branch'];

/** CSS that gives whatever names its stage, by `data-stage`, the hue of that stage's altitude. */
export const stageHues = (stages: readonly { readonly id: string }[]): string => {
  const rules = stages.map(({ id }, altitude) => {
    const hue = HUES[Math.min(altitude, HUES.length - 1)];
    return `[data-stage='${id}'] { --hue: var(--altitude-${hue}); --hue-wash: var(--altitude-${hue}-wash); }`;
  });
  return `@layer components {\n${rules.join('\n')}\n}\n`;
};
