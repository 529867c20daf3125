/** Words that carry no content of their own: question words, auxiliaries, articles, prepositions, pronouns. */
const stopWords = new Set(
  `a an the this that these those it its itself they them their theirs he she his her him we us our you your i
  what which who whom whose why how when where whether if then than so as of in on at by for to from with without
  into onto over under about after before between during through per via within against above below up down out off
  is are was were be been being am do does did done has have had having can could should would will may might must
  shall not no nor and or but because since while although though also too very more most less least much many few
  such same other another each every any some all both either neither only just one ones two there here
  mean means called call give gives name names say says tell tells term word used use uses using`.split(
    /\s+/,
  ),
);

export const isStopWord = (word: string): boolean => stopWords.has(word);

/** Lower-case words and numbers of a text; an apostrophe or hyphen inside a word belongs to it. */
export const wordsOf = (text: string): string[] =>
  text.toLowerCase().match(/[\p{L}\p{N}_\u2318\u2211\u25A2]+(?:[-'’.][\p{L}\p{N}_]+)*/gu) ?? [];

/** The words that carry content, plural and singular alike. */
export const contentWords = (text: string): string[] =>
  wordsOf(text)
    .filter((word) => !stopWords.has(word))
    .map((word) => (/[^s]s$/.test(word) && word.length > 3 ? word.slice(0, -1) : word));
