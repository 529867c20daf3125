/** A promotion packet as it is kept: a version never changes once it is saved. */
import type { StageId } from '../curriculum/types.ts';

export type Audience = 'self' | 'manager' | 'committee';

export interface PacketSection {
  readonly id: string;
  readonly title: string;
  /** Markdown. */
  readonly text: string;
}

export interface PacketDocument {
  readonly title: string;
  readonly stage: StageId;
  readonly audience: Audience;
  /** Calendar dates, `YYYY-MM-DD`: the period it covers. */
  readonly from: string;
  readonly to: string;
  readonly sections: readonly PacketSection[];
}
