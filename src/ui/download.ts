/** Hands a file to the browser's downloads. Allowed by the policy: a blob's address is only followed, never loaded. */

/** Long enough for the slowest browser to have opened the file, ms. */
const RELEASE_MS = 60_000;

export const download = (file: Blob, name: string): void => {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  // Firefox follows only links that are part of the page; the router must not take it for one of its own.
  link.rel = 'external';
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), RELEASE_MS);
};
