/** Icons: 16 px, one stroke of 1.5, round ends. The words beside them carry the meaning, so they are hidden from readers. */
const PATHS = {
  check: 'M3 8.5l3.2 3.2L13 5',
  circle: 'M8 13.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11z',
  down: 'M4 6l4 4 4-4',
  back: 'M10 4L6 8l4 4',
  next: 'M6 4l4 4-4 4',
  close: 'M4 4l8 8M12 4l-8 8',
  question: 'M6 6a2 2 0 1 1 2.6 1.9c-.4.2-.6.5-.6 1v.4M8 12v.1',
  clock: 'M8 13.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11zM8 5v3l2 1.5',
  open: 'M9 3h4v4M13 3L7.5 8.5M11.5 9.5V13H3V4.5h3.5',
  gear: 'M8 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM8 2v1.6M8 12.4V14M2 8h1.6M12.4 8H14M3.8 3.8l1.1 1.1M11.1 11.1l1.1 1.1M3.8 12.2l1.1-1.1M11.1 4.9l1.1-1.1',
  away: 'M13 3v10M3 8h7M7.5 5.5L10 8l-2.5 2.5',
  board: 'M3 4.5h2M7.5 4.5H13M3 8h2M7.5 8H13M3 11.5h2M7.5 11.5H13',
  add: 'M8 3.5v9M3.5 8h9',
  insert: 'M12.5 4v4.5H4M6.5 6L4 8.5 6.5 11',
} as const;
export type IconName = keyof typeof PATHS;

export function Icon({ name, className }: { name: IconName; className?: string }) {
  return (
    <svg className={className === undefined ? 'icon' : `icon ${className}`} viewBox="0 0 16 16" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
