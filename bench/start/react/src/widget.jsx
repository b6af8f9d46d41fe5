import { useState } from 'react';
import { createRoot } from 'react-dom/client';

function Counter() {
  const [count, setCount] = useState(0);
  return (
    <button type="button" data-mounted onClick={() => setCount(count + 1)}>
      {count} in the cart
    </button>
  );
}

export function mount(target) {
  createRoot(target).render(<Counter />);
}
