/** Width and height of an element in CSS pixels, kept up to date. */
import { useLayoutEffect, useState } from "preact/hooks";
import type { RefObject } from "preact";

export type Size = { readonly width: number; readonly height: number };

export function useSize(host: RefObject<Element | null>): Size {
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = host.current;
    if (element === null) return undefined;
    const take = (): void => {
      const { width, height } = element.getBoundingClientRect();
      setSize((was) => (was.width === width && was.height === height ? was : { width, height }));
    };
    take();
    const observer = new ResizeObserver(take);
    observer.observe(element);
    return () => observer.disconnect();
  }, [host]);
  return size;
}
