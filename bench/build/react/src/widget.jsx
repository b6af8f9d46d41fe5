import { useState } from 'react';
import { createRoot } from 'react-dom/client';

function Line({ name, price, onRemove }) {
  return (
    <li>
      {name} <b>{(price / 100).toFixed(2)}</b>{' '}
      <button type="button" onClick={onRemove}>
        Remove
      </button>
    </li>
  );
}

function Cart({ items }) {
  const [lines, setLines] = useState(items);
  const total = lines.reduce((sum, { price }) => sum + price, 0);
  return (
    <section>
      <ul>
        {lines.map((line) => (
          <Line key={line.name} {...line} onRemove={() => setLines(lines.filter((other) => other !== line))} />
        ))}
      </ul>
      <p>Total {(total / 100).toFixed(2)}</p>
    </section>
  );
}

export function mount(target, { props }) {
  const root = createRoot(target);
  root.render(<Cart items={props.items} />);
  return () => root.unmount();
}
