import { createHash } from 'node:crypto';
import type { CompiledCurriculum } from '../compile.ts';

/** A file of the built app. */
export interface ChunkFile {
  readonly role: 'graph' | 'reference' | 'cards';
  /** Of `cards` files. */
  readonly track: string | undefined;
  /** Below the app's base, with a hash of the content. */
  readonly fileName: string;
  readonly json: string;
}

/** The compiled curriculum as files: the graph, the reference, and one file of cards for each track. */
export function chunkFiles({ graph, reference, tracks }: CompiledCurriculum): readonly ChunkFile[] {
  return [
    chunkFile('graph', undefined, graph),
    chunkFile('reference', undefined, reference),
    ...tracks.map((chunk) => chunkFile('cards', chunk.track, chunk)),
  ];
}

function chunkFile(role: ChunkFile['role'], track: string | undefined, content: object): ChunkFile {
  const json = JSON.stringify(content);
  const name = track === undefined ? role : `${role}-${track}`;
  return { role, track, fileName: `assets/curriculum/${name}-${shortHash(json)}.json`, json };
}

/** Enough of a SHA-256 to tell versions of one file apart. */
export const shortHash = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 12);
