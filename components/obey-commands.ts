import { contentSlot } from './mount-target.js';

/** What a button can ask for, as in `command="--retry"`. */
const commands = ['load', 'reload', 'retry', 'abort', 'unmount'] as const;

/** An element whose methods the commands are. */
type Commanded = HTMLElement & { readonly [Command in (typeof commands)[number]]: () => unknown };

/**
 * Lets buttons call the methods of an element, without a script.
 *
 * Any button whose `commandfor` names the element may, where the browser has invoker commands; a button inside the
 * element (the built-in one, or one of the author's) needs no `commandfor`, and works in every browser.
 */
export function obeyCommands(element: Commanded): void {
  const obey = (command: string | null): void => {
    const name = commands.find((known) => `--${known}` === command);
    if (name) element[name]();
  };
  element.addEventListener('command', ((event: CommandEvent) => obey(event.command)) as EventListener);
  element.addEventListener('click', (event) => {
    const path = event.composedPath() as Element[];
    const inside = path.slice(0, path.indexOf(element));
    const button = inside.find(({ localName }) => localName === 'button');
    // What an app does with its own buttons is its own business.
    const isOfApp = inside.some(({ slot }) => slot === contentSlot);
    if (button && !isOfApp && !button.hasAttribute('commandfor') && !event.defaultPrevented) {
      obey(button.getAttribute('command'));
    }
  });
}
