/** `source-id, locator`, or the id alone. What follows the first comma is the locator. */
export function splitCitation(text: string): {
  readonly source: string;
  readonly locator: string | undefined;
} {
  const comma = text.indexOf(',');
  if (comma < 0) return { source: text.trim(), locator: undefined };
  const locator = text.slice(comma + 1).trim();
  return { source: text.slice(0, comma).trim(), locator: locator === '' ? undefined : locator };
}
