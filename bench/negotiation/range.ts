/** The whole numbers from 0 to below a length. */
export const range = (length: number): number[] => Array.from({ length }, (_, index) => index);
