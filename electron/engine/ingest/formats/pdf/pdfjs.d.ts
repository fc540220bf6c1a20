// The types of these builds are not published.

/** The half of pdf.js that parses. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.min.mjs' {
  export const WorkerMessageHandler: unknown;
}

/** The half that asks it. */
declare module 'pdfjs-dist/legacy/build/pdf.min.mjs' {
  export const getDocument: unknown;
}
