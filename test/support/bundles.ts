/** Where `npm run test:unit` puts the bundles of the engine's threads before the first test. */
export const threadsUrl = new URL('../../dist/engine/threads/', import.meta.url);

/** The command line's bundle, built before the first test. */
export const commandLineUrl = new URL('../../dist/cli/microfiche.js', import.meta.url);
