const documentation = 'https://www.npmjs.com/package/federation-elements';

/**
 * What JetBrains' editors show while one writes the tags, from their manifest.
 *
 * @see https://plugins.jetbrains.com/docs/intellij/websymbols-web-types.html
 */
export function createWebTypes({ modules }, { name, version }) {
  const elements = modules.flatMap(({ declarations }) => declarations.filter(({ tagName }) => tagName));
  return {
    $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
    name,
    version,
    'description-markup': 'markdown',
    contributions: { html: { elements: elements.map(createElement) } },
  };
}

function createElement(element) {
  const {
    tagName,
    description,
    attributes = [],
    slots,
    events = [],
    members,
    cssProperties,
    cssParts,
    cssStates,
  } = element;
  const properties = members.filter(({ kind, static: isStatic }) => kind === 'field' && !isStatic);
  return {
    name: tagName,
    description,
    'doc-url': documentation,
    attributes: attributes.map(createAttribute),
    ...(slots?.length && { slots: slots.map(describe) }),
    js: {
      properties: properties.map((property) => ({
        ...describe(property),
        type: property.type.text,
        ...(property.readonly && { 'read-only': true }),
      })),
      events: events.map((event) => ({ ...describe(event), type: event.type.text })),
    },
    css: {
      ...(cssProperties?.length && {
        properties: cssProperties.map((property) => ({ ...describe(property), default: property.default })),
      }),
      ...(cssParts?.length && { parts: cssParts.map(describe) }),
      ...(cssStates?.length && {
        'pseudo-classes': cssStates.map((state) => ({ name: `state(${state.name})`, description: state.description })),
      }),
    },
  };
}

function createAttribute({ name, description, type: { text }, default: initial }) {
  const value = text.startsWith('boolean')
    ? { kind: 'no-value', type: 'boolean' }
    : { kind: 'plain', type: text.replace(/ \| (?:null|undefined)\b/g, '') };
  return { name, description, value, ...(initial !== undefined && { default: initial }) };
}

const describe = ({ name, description }) => ({ name, description });
