/** The only one that others need: it leads to all. */
const tags = 'FederationTags';

/** Where the types that the manifest names come from; all others are the browser's. */
const origins = {
  Props: '../src/browser/mount-api.js',
  BeforeMountEvent: './before-mount-event.js',
  RemoteEvent: '../src/browser/federation-events.js',
  WarningEvent: '../src/browser/federation-events.js',
};

/**
 * The attributes and events of the tags as TypeScript, from their manifest: what the types for JSX, Vue and Svelte, and
 * the components for React, are made of.
 */
export function createAttributeTypes({ modules }) {
  const elements = modules.flatMap(({ path, declarations }) =>
    declarations.filter(({ tagName }) => tagName).map((element) => ({ ...element, path })),
  );
  const types = [
    createTags(elements),
    ...elements.flatMap((element) => [createAttributes(element), createEvents(element)]),
    listening,
    ...elements.filter(({ events }) => events?.length).map(createListening),
  ];
  const text = types.join('\n\n');
  const imports = [...elements.map(createClassImport), ...createImports(text)].sort(compareDepth).join('\n');
  return `// Written by scripts/element-data/write-element-data.mjs from the source of the tags.\n${imports}\n\n${text}\n`;
}

const createClassImport = ({ name, path }) =>
  `import type { ${name} } from '${path.replace('dist/components/', './')}';`;

function createTags(elements) {
  const members = elements.map(({ name, tagName }) => ({
    description: `\`<${tagName}>\``,
    label: quote(tagName),
    type: `{ readonly element: ${name}; readonly attributes: ${name}Attributes; readonly events: ${name}Events }`,
  }));
  return createInterface('What there is to know of each tag, for the types of frameworks.', tags, members);
}

/** As in lib.dom.d.ts: what `addEventListener` knows of each type. */
const listening = `/** The events of a tag, and those of every element. */
type Heard<Events> = Omit<HTMLElementEventMap, keyof Events> & Events;`;

function createListening({ name, path }) {
  const methods = ['addEventListener', 'removeEventListener'].map(
    (method) => `    ${method}<Type extends keyof Heard<${name}Events>>(
      type: Type,
      listener: (this: ${name}, event: Heard<${name}Events>[Type]) => unknown,
      options?: boolean | AddEventListenerOptions,
    ): void;
    ${method}(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;`,
  );
  return `declare module '${path.replace('dist/components/', './')}' {\n  interface ${name} {\n${methods.join('\n')}\n  }\n}`;
}

function createImports(text) {
  const byOrigin = new Map();
  for (const name of Object.keys(origins)) {
    const known = byOrigin.get(origins[name]) ?? [];
    if (new RegExp(`\\b${name}\\b`).test(text)) byOrigin.set(origins[name], [...known, name]);
  }
  return [...byOrigin].map(([origin, names]) => `import type { ${names.sort().join(', ')} } from '${origin}';`);
}

const originOf = (line) => line.split("'")[1];
const compareDepth = (a, b) => originOf(a).localeCompare(originOf(b));

function createAttributes({ name, tagName, attributes = [] }) {
  return createInterface(
    `What one may write into \`<${tagName}>\`, besides what every element takes.`,
    `${name}Attributes`,
    attributes.map((attribute) => ({
      ...attribute,
      label: `${quote(attribute.name)}?`,
      type: `${typeOf(attribute.type.text)} | undefined`,
    })),
  );
}

function createEvents({ name, tagName, events = [] }) {
  const description = `The events of \`<${tagName}>\`, by type.`;
  if (events.length === 0) return `/** ${description} */\ntype ${name}Events = Readonly<Record<never, Event>>;`;
  return createInterface(
    description,
    `${name}Events`,
    events.map((event) => ({ ...event, label: quote(event.name), type: event.type.text })),
  );
}

function createInterface(description, name, members) {
  const lines = members.map(
    ({ label, type, description: text = '' }) => `  /** ${text.replace(/\s+/g, ' ')} */\n  readonly ${label}: ${type};`,
  );
  return `/** ${description} */\n${name === tags ? 'export ' : ''}interface ${name} {\n${lines.join('\n')}\n}`;
}

const quote = (name) => (/^\w+$/.test(name) ? name : `'${name}'`);

/** What the property holds, or the text of it. */
function typeOf(type) {
  const value = type.replace(/ \| (?:null|undefined)\b/g, '');
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a template of TypeScript
  if (value === 'number') return 'number | `${number}`';
  if (value === 'boolean') return "boolean | ''";
  return value;
}
