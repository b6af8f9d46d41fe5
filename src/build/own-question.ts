/**
 * Marks what a plugin of ours asks esbuild to resolve: none of our plugins answers it, for one that waits for another
 * which waits for the first would wait for ever.
 */
export const ownQuestion: unique symbol = Symbol('our own question');
