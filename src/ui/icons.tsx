/** The icons, as inline SVG on a 24 px grid. Decorative: their buttons and links carry the names. */
import type { JSX } from 'solid-js';

const Icon = (props: { readonly children: JSX.Element; readonly size?: number }): JSX.Element => (
  <svg
    width={props.size ?? 24}
    height={props.size ?? 24}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width="1.75"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    {props.children}
  </svg>
);

export const TodayIcon = () => (
  <Icon>
    <circle cx="12" cy="12" r="4" />
    <path d="M12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6 7 7M17 17l1.4 1.4M18.4 5.6 17 7M7 17l-1.4 1.4" />
  </Icon>
);
export const MapIcon = () => (
  <Icon>
    <path d="m3 19 6-11 4 6 2.5-4L21 19Z" />
    <path d="M9 8V4l3 1.2L9 6.4" />
  </Icon>
);
export const MilestonesIcon = () => (
  <Icon>
    <path d="M6 21V4" />
    <path d="M6 4.5c4-2 8 2 12 0v8c-4 2-8-2-12 0" />
  </Icon>
);
export const InsightsIcon = () => (
  <Icon>
    <path d="M4 20h16" />
    <path d="M7 16v-4M12 16V8M17 16V5" />
  </Icon>
);
export const LibraryIcon = () => (
  <Icon>
    <path d="M5 5h3v14H5zM10 5h3v14h-3z" />
    <path d="m15.2 6 2.9-.8 3 13.4-2.9.8z" />
  </Icon>
);
export const SettingsIcon = () => (
  <Icon>
    <path d="M4 7h9M17 7h3M4 17h3M11 17h9" />
    <circle cx="15" cy="7" r="2" />
    <circle cx="9" cy="17" r="2" />
  </Icon>
);
export const UndoIcon = () => (
  <Icon>
    <path d="M8 5 4 9l4 4" />
    <path d="M4 9h10a6 6 0 0 1 0 12h-3" />
  </Icon>
);
export const MoreIcon = () => (
  <Icon>
    <path d="M5 12h.01M12 12h.01M19 12h.01" stroke-width="3" />
  </Icon>
);
export const CloseIcon = () => (
  <Icon>
    <path d="m6 6 12 12M18 6 6 18" />
  </Icon>
);
export const ChevronIcon = () => (
  <Icon size={20}>
    <path d="m9 6 6 6-6 6" />
  </Icon>
);
export const BackIcon = () => (
  <Icon>
    <path d="m15 5-7 7 7 7" />
  </Icon>
);
export const SearchIcon = () => (
  <Icon>
    <circle cx="11" cy="11" r="6" />
    <path d="m20 20-4.5-4.5" />
  </Icon>
);
export const CheckIcon = () => (
  <Icon size={20}>
    <path d="m5 12.5 4.5 4.5L19 7.5" />
  </Icon>
);
export const FlagIcon = () => (
  <Icon size={20}>
    <path d="M6 21V4.5c4-2 8 2 12 0v8c-4 2-8-2-12 0" />
  </Icon>
);
export const PlusIcon = () => (
  <Icon size={20}>
    <path d="M12 5v14M5 12h14" />
  </Icon>
);
