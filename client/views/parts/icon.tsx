/** Line icons of 16 × 16; decoration only, the button around them carries the name. */
const PATHS = {
  play: "M4.5 2.8v10.4l8.4-5.2z",
  pause: "M4 3h2.8v10H4zM9.2 3H12v10H9.2z",
  restart: "M3 3v10M13 3.2 5.6 8l7.4 4.8z",
  undo: "M6.5 3 3 6.5 6.5 10M3.2 6.5h6.3a3.5 3.5 0 0 1 0 7H6.5",
  redo: "M9.5 3 13 6.5 9.5 10M12.8 6.5H6.5a3.5 3.5 0 0 0 0 7h3",
  more: "M3.5 8h.01M8 8h.01M12.5 8h.01",
  down: "M4 6l4 4 4-4",
  plus: "M8 3v10M3 8h10",
  minus: "M3 8h10",
  close: "M4 4l8 8M12 4l-8 8",
  bolt: "M9 1.5 3.5 9H7.5L7 14.5 12.5 7h-4z",
  sun: "M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM8 1.2v1.6M8 13.2v1.6M1.2 8h1.6M13.2 8h1.6M3.2 3.2l1.1 1.1M11.7 11.7l1.1 1.1M12.8 3.2l-1.1 1.1M4.3 11.7l-1.1 1.1",
  moon: "M13.5 9.8A5.8 5.8 0 0 1 6.2 2.5a5.8 5.8 0 1 0 7.3 7.3z",
  share: "M11 5.5 8 2.5 5 5.5M8 2.8v7.2M4 8H3v5.5h10V8h-1",
  download: "M5 7.5l3 3 3-3M8 10.2V2.5M3 12.5h10",
  table: "M2.5 3.5h11v9h-11zM2.5 6.5h11M6.5 6.5v6",
  fan: "M2 8h4M6 8c3 0 4-5 8-5M6 8h8M6 8c3 0 4 5 8 5",
  back: "M10 3 5 8l5 5",
  narrow: "M2.5 3C6 6.5 9 7 13.5 7M2.5 13C6 9.5 9 9 13.5 9",
  chart: "M2.5 2.5v11h11M5 10.5l2.5-3.5 2.5 2 3-5",
} as const;

export type IconName = keyof typeof PATHS;

const SOLID: readonly IconName[] = ["play", "pause"];

export function Icon({ name }: { readonly name: IconName }) {
  const solid = SOLID.includes(name);
  return (
    <svg class={solid ? "icon solid" : "icon"} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
