import { expect } from '@esm-bundle/chai';
import { contentSlot } from './mount-target.js';
import { obeyCommands } from './obey-commands.js';

const hasInvokerCommands = 'commandForElement' in HTMLButtonElement.prototype;

describe('obeyCommands', () => {
  let element: HTMLElement;
  let calls: string[];

  beforeEach(() => {
    calls = [];
    const call = (name: string) => (): unknown => calls.push(name);
    element = Object.assign(document.createElement('div'), {
      id: 'commanded',
      load: call('load'),
      reload: call('reload'),
      retry: call('retry'),
      abort: call('abort'),
      unmount: call('unmount'),
    });
    document.body.append(element);
    obeyCommands(element as unknown as Parameters<typeof obeyCommands>[0]);
  });

  afterEach(() => element.remove());

  function click(html: string, parent: Element = element): void {
    parent.innerHTML = html;
    parent.querySelector<HTMLElement>('[data-here]')?.click();
  }

  for (const name of ['load', 'reload', 'retry', 'abort', 'unmount']) {
    it(`calls ${name}() for a button inside with command="--${name}"`, () => {
      click(`<button command="--${name}" data-here>x</button>`);
      expect(calls).to.deep.equal([name]);
    });
  }

  it('hears a click on what is in the button', () => {
    click('<button command="--retry"><b data-here>x</b></button>');
    expect(calls).to.deep.equal(['retry']);
  });

  const ignored: readonly (readonly [what: string, html: string])[] = [
    ['a button without a command', '<button data-here>x</button>'],
    ['a command of another kind', '<button command="--remove" data-here>x</button>'],
    ['a name without dashes', '<button command="retry" data-here>x</button>'],
    ['a disabled button', '<button command="--retry" disabled data-here>x</button>'],
    ['what is not a button', '<a command="--retry" data-here>x</a>'],
    ['a button of the app', `<div slot="${contentSlot}"><button command="--retry" data-here>x</button></div>`],
    [
      'a click that somebody has handled',
      '<p onclick="event.preventDefault()"><button command="--retry" data-here>x</button></p>',
    ],
    ['a button that commands something else', '<button command="--retry" commandfor="nobody" data-here>x</button>'],
  ];
  for (const [what, html] of ignored) {
    it(`ignores ${what}`, () => {
      click(html);
      expect(calls).to.deep.equal([]);
    });
  }

  it('obeys a button anywhere that points to it, where the browser has invoker commands', async () => {
    const elsewhere = document.createElement('div');
    document.body.append(elsewhere);
    click('<button command="--reload" commandfor="commanded" data-here>x</button>', elsewhere);
    await new Promise((resolve) => setTimeout(resolve));
    elsewhere.remove();
    expect(calls).to.deep.equal(hasInvokerCommands ? ['reload'] : []);
  });
});
