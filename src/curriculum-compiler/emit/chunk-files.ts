import { createHash } from 'node:crypto';
import type { TrackChunk } from '../../domain/curriculum/types.ts';
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
    chunkFile('graph', undefined, JSON.stringify(graph)),
    chunkFile('reference', undefined, JSON.stringify(reference)),
    ...tracks.map((chunk) => chunkFile('cards', chunk.track, trackJson(chunk))),
  ];
}

/** One skill a line, so that the app can read one without the others (`src/app/content.ts`). */
const trackJson = ({ track, skills }: TrackChunk): string =>
  `{"track":${JSON.stringify(track)},"skills":[\n${skills.map((skill) => JSON.stringify(skill)).join(',\n')}\n]}`;

function chunkFile(role: ChunkFile['role'], track: string | undefined, json: string): ChunkFile {
  const name = track === undefined ? role : `${role}-${track}`;
  return { role, track, fileName: `assets/curriculum/${name}-${shortHash(json)}.json`, json };
}

/** Enough of a SHA-256 to tell versions of one file apart. */
export const shortHash = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 8);
