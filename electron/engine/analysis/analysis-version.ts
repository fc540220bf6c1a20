/** Changes whenever the same text would give other terms; an index made by another version is built anew. */
export const extendedVersion = 'extended-2';
