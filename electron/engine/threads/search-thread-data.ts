/** `workerData` of the search thread. */
export type SearchThreadData = Readonly<{ libraryDir: string }>;
