/**
 * What Visual Studio Code shows while one writes the tags, from their manifest.
 *
 * @see https://github.com/microsoft/vscode-html-languageservice/blob/main/docs/customData.md
 */
export function createHtmlData({ modules }) {
  const elements = modules.flatMap(({ declarations }) => declarations.filter(({ tagName }) => tagName));
  return { version: 1.1, tags: elements.map(createTag) };
}

function createTag({ tagName, description, attributes = [], slots = [], events = [] }) {
  return {
    name: tagName,
    description: markdown(
      [description, list('Slots', slots, (name) => name || 'default'), list('Events', events)]
        .filter(Boolean)
        .join('\n\n'),
    ),
    attributes: attributes.map(createAttribute),
    references: [{ name: 'Documentation', url: 'https://www.npmjs.com/package/federation-elements' }],
  };
}

function createAttribute({ name, description, type }) {
  const values = [...type.text.matchAll(/'([^']+)'/g)].map(([, value]) => ({ name: value }));
  return {
    name,
    description: markdown(description),
    ...(values.length > 0 && { values }),
    ...(type.text.startsWith('boolean') && { valueSet: 'v' }),
  };
}

const markdown = (value) => ({ kind: 'markdown', value });

function list(title, items, label = (name) => name) {
  if (items.length === 0) return '';
  return `**${title}**\n${items.map(({ name, description }) => `- \`${label(name)}\`: ${description}`).join('\n')}`;
}
