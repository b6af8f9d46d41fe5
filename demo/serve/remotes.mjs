/** The folders in demo/remotes, in the manifest's order: each is built, and served from an origin of its own. */
export const remotes = ['catalog', 'badge', 'cart', 'reviews', 'recommendations', 'orders', 'seams'];

/** In the manifest too, but nothing listens at its address: a page must do without it. */
export const deadRemote = 'delivery';

/** @param {string} name */
export const folderOf = (name) => new URL(`../remotes/${name}/`, import.meta.url);
