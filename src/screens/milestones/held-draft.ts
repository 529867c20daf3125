/** The packet that is being written, held while the person looks elsewhere. */
import type { PacketDocument } from '../../domain/milestones/packet.ts';

let held: PacketDocument | undefined;

/** The draft that is not saved yet. */
export const heldDraft = (): PacketDocument | undefined => held;

export const holdDraft = (document: PacketDocument | undefined): void => {
  held = document;
};
