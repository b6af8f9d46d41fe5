/** The classic script that this file is part of; `null` in a module. Only while it runs does the browser say. */
export const ownScript: HTMLScriptElement | null = document.currentScript as HTMLScriptElement | null;
