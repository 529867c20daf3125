/** A voice of the device. It reads what it is given, sentence by sentence, and can be cut short. */

export interface Voice {
  /** It needs no network. */
  readonly isLocal: boolean;
  /** Resolves when all is said, or when it was cut short. Never rejects. */
  readonly say: (text: string) => Promise<void>;
  readonly stop: () => void;
}

/** The list of voices is filled in later by some browsers; longer, ms, is not waited for. */
const VOICES_WITHIN_MS = 2_000;
/** Browsers have been seen not to say that they finished: this long, ms per letter, and it is over. */
const LETTER_MS = 150;
const LONGEST_START_MS = 4_000;

/** A voice for English, one of the device's own before one that asks a server; `undefined` where there is none. */
export const findVoice = async (): Promise<Voice | undefined> => {
  if (!('speechSynthesis' in globalThis)) return undefined;
  const voices = await listVoices();
  const english = voices.filter(({ lang }) => /^en\b/i.test(lang.replace('_', '-')));
  const voice =
    english.find(({ localService, default: isDefault }) => localService && isDefault) ??
    english.find(({ localService }) => localService) ??
    english[0];
  return voice && makeVoice(voice);
};

const listVoices = (): Promise<readonly SpeechSynthesisVoice[]> =>
  new Promise((resolve) => {
    const have = speechSynthesis.getVoices();
    if (have.length > 0) {
      resolve(have);
      return;
    }
    const done = (): void => resolve(speechSynthesis.getVoices());
    speechSynthesis.addEventListener('voiceschanged', done, { once: true });
    setTimeout(done, VOICES_WITHIN_MS);
  });

const makeVoice = (voice: SpeechSynthesisVoice): Voice => {
  let turn = 0;
  return {
    isLocal: voice.localService,
    say: async (text) => {
      const mine = ++turn;
      for (const sentence of sentencesOf(text)) {
        if (mine !== turn) return;
        await utter(sentence, voice);
      }
    },
    stop: () => {
      turn++;
      speechSynthesis.cancel();
    },
  };
};

/** One sentence at a time: some engines fall silent in the middle of a long text. */
const sentencesOf = (text: string): readonly string[] =>
  text.match(/[^.?!;]+[.?!;]*\s*/g)?.filter((part) => /\w/.test(part)) ?? [];

const utter = (text: string, voice: SpeechSynthesisVoice): Promise<void> =>
  new Promise((resolve) => {
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    const timer = setTimeout(resolve, LONGEST_START_MS + text.length * LETTER_MS);
    const done = (): void => {
      clearTimeout(timer);
      resolve();
    };
    utterance.addEventListener('end', done);
    utterance.addEventListener('error', done);
    speechSynthesis.speak(utterance);
  });
