/** What people may say of how sure they are before the answer shows, least first. */
export const CONFIDENCES = [
  { percent: 20, name: 'A guess' },
  { percent: 50, name: 'Unsure' },
  { percent: 80, name: 'Likely' },
  { percent: 99, name: 'Certain' },
] as const;
