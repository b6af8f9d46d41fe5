import { useEffect, useEffectEvent } from 'react';

/** Hears an event of the page for as long as the component is there. */
export function useDocumentEvent(type: string, listener: (detail: never) => void): void {
  const hear = useEffectEvent(listener);
  useEffect(() => {
    const listening = new AbortController();
    document.addEventListener(type, (event) => hear((event as CustomEvent).detail as never), {
      signal: listening.signal,
    });
    return () => listening.abort();
  }, [type]);
}
