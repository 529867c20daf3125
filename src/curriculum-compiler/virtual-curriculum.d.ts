/** The addresses of the compiled curriculum, which `vite-plugin.ts` fills in. */
declare module 'virtual:curriculum' {
  /** Address of the `CurriculumGraph`. */
  export const graphUrl: string;
  /** Address of the `ReferenceChunk`. */
  export const referenceUrl: string;
  /** Addresses of the `TrackChunk`s, by track. */
  export const trackUrls: Readonly<Record<import('../domain/curriculum/types.ts').TrackId, string>>;
}
