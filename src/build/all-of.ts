/**
 * Waits for all, also if one fails: what goes on behind an error that has been told would surprise its reader.
 *
 * @throws What the first that failed has thrown: the first of the list, whichever was faster.
 */
export async function allOf<Values extends readonly unknown[] | []>(
  values: Values,
): Promise<{ -readonly [Index in keyof Values]: Awaited<Values[Index]> }> {
  await Promise.allSettled(values);
  return Promise.all(values);
}
