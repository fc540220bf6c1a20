/** What a package that ships with the app asks to be said of it. */
export type Notice = Readonly<{
  name: string;
  version: string;
  /** As the package names it, mostly by its SPDX identifier; else the first line of its licence. */
  licence: string;
  /** Its licence, whole; who wrote it, where the package holds no file with its licence. */
  text: string;
}>;
