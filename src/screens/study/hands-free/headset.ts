/**
 * The buttons of a headset, through the Media Session API. Browsers hand them only to a page that plays something, so the page
 * plays silence.
 */

export interface HeadsetActions {
  /** The button for going on: shows the answer, then rates Good. */
  readonly next: () => void;
  /** The button for going back: reads again, then rates Again. */
  readonly previous: () => void;
  readonly play: () => void;
  readonly pause: () => void;
}

/** Sounds shorter than five seconds get no buttons. */
const SECONDS = 6;
const RATE = 8_000;
const HEADER_BYTES = 44;

/**
 * Takes the buttons over. To be called in answer to a tap or a key, or the browser will not play.
 * @returns gives them back
 */
export const takeHeadset = (title: string, actions: HeadsetActions): (() => void) => {
  const url = URL.createObjectURL(silence());
  const audio = new Audio(url);
  audio.loop = true;
  // Where it may not play there are no buttons; the targets on the screen remain.
  audio.play().catch(() => undefined);
  const session = 'mediaSession' in navigator ? navigator.mediaSession : undefined;
  const handlers: readonly (readonly [MediaSessionAction, () => void])[] = [
    ['nexttrack', actions.next],
    ['previoustrack', actions.previous],
    ['play', actions.play],
    ['pause', actions.pause],
  ];
  if (session) {
    session.metadata = new MediaMetadata({ title, artist: 'Cairn' });
    for (const [action, handler] of handlers) session.setActionHandler(action, handler);
  }
  return () => {
    audio.pause();
    URL.revokeObjectURL(url);
    if (!session) return;
    session.metadata = null;
    for (const [action] of handlers) session.setActionHandler(action, null);
  };
};

/** A WAV file of silence: 8 bits, one channel. */
const silence = (): Blob => {
  const samples = SECONDS * RATE;
  const bytes = new Uint8Array(HEADER_BYTES + samples).fill(128, HEADER_BYTES);
  const view = new DataView(bytes.buffer);
  const text = (at: number, letters: string): void =>
    Array.from(letters).forEach((letter, i) => view.setUint8(at + i, letter.charCodeAt(0)));
  text(0, 'RIFF');
  view.setUint32(4, HEADER_BYTES - 8 + samples, true);
  text(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, RATE, true);
  view.setUint32(28, RATE, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  text(36, 'data');
  view.setUint32(40, samples, true);
  return new Blob([bytes], { type: 'audio/wav' });
};
