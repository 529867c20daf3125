/**
 * The format of the journal: lines of `crc32 as 8 hex digits <TAB> json <LF>`.
 *
 * Nothing in it depends on what stands before, so that a damaged line costs that line only.
 */
import type { StoredEvent } from '../domain/log/event.ts';
import { envelopeProblem } from '../domain/log/upcast.ts';

const LINE_FEED = 10;
const SPACE = 32;
/** `crc32` and the tab. */
const PREFIX = 9;

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** CRC-32 as in zip and gzip. */
export const crc32 = (bytes: Uint8Array): number => {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 0xff] as number) ^ (crc >>> 8);
  return ~crc >>> 0;
};

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** One line, with its line feed. */
export const encodeLine = (value: unknown): Uint8Array<ArrayBuffer> => {
  const json = JSON.stringify(value);
  const crc = crc32(encoder.encode(json)).toString(16).padStart(8, '0');
  return encoder.encode(`${crc}\t${json}\n`);
};

/** Several lines in one piece. */
export const encodeLines = (values: readonly unknown[]): Uint8Array<ArrayBuffer> => {
  const lines = values.map(encodeLine);
  const bytes = new Uint8Array(lines.reduce((sum, line) => sum + line.length, 0));
  let at = 0;
  for (const line of lines) {
    bytes.set(line, at);
    at += line.length;
  }
  return bytes;
};

/** The value of a line without its line feed, or `undefined` when it is damaged. */
export const decodeLine = (line: Uint8Array): unknown => {
  const json = line.subarray(PREFIX);
  if (decoder.decode(line.subarray(0, PREFIX - 1)) !== crc32(json).toString(16).padStart(8, '0'))
    return undefined;
  try {
    return JSON.parse(decoder.decode(json)) as unknown;
  } catch {
    return undefined;
  }
};

/** Told of each event with the bytes of its line, `[start, end)` without the line feed. */
export type OnEvent = (event: StoredEvent, start: number, end: number) => void;

export interface LineScanner {
  push(chunk: Uint8Array): void;
  /**
   * Reads what follows the last line feed as a line: a tail may be torn exactly there. If it is torn within the line,
   * or still being written by another tab, it counts as damaged only when a line feed has ended it.
   */
  finish(): void;
  /** Offset after the last line feed read. */
  readonly verified: () => number;
  /** Lines that are not what was written. */
  readonly damaged: () => number;
}

/** Reads a journal piece by piece, from a line's beginning at `offset`. */
export const lineScanner = (offset: number, onEvent: OnEvent): LineScanner => {
  let rest: Uint8Array = new Uint8Array(0);
  let start = offset;
  let damaged = 0;

  /** @returns whether the line is damaged */
  const take = (line: Uint8Array): boolean => {
    // Empty: written after each open. Spaces: an erased event.
    if (line.every((byte) => byte === SPACE)) return false;
    const value = decodeLine(line);
    if (value !== undefined && envelopeProblem(value) === undefined)
      onEvent(value as StoredEvent, start, start + line.length);
    return value === undefined;
  };

  return {
    push(chunk) {
      let bytes = chunk;
      if (rest.length > 0) {
        bytes = new Uint8Array(rest.length + chunk.length);
        bytes.set(rest);
        bytes.set(chunk, rest.length);
      }
      let from = 0;
      for (let end; (end = bytes.indexOf(LINE_FEED, from)) >= 0; from = end + 1) {
        if (take(bytes.subarray(from, end))) damaged++;
        start += end + 1 - from;
      }
      rest = bytes.slice(from);
    },
    finish() {
      take(rest);
    },
    verified: () => start,
    damaged: () => damaged,
  };
};
