import type { ComponentChildren } from 'preact';

/** Small line drawings, always beside words or a name: hidden from assistive technology. */

function Icon({ children, directional = false }: { children: ComponentChildren; directional?: boolean }) {
  return (
    <svg
      class={directional ? 'icon directional' : 'icon'}
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

export const Mark = () => (
  <svg class="mark" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
    <path d="M8 .8 14.4 5v6L8 15.2 1.6 11V5z" fill="currentColor" />
    <path d="M4.6 6.1h6.8M4.6 8.5h6.8M4.6 10.9h3.8" stroke="Canvas" stroke-width="1.2" />
  </svg>
);

export const FlagIcon = () => (
  <Icon>
    <path d="M3.5 14V2.5h8l-1.5 3 1.5 3h-8" />
  </Icon>
);

export const QuotedIcon = () => (
  <Icon>
    <path d="M6.5 5C4.5 5.5 3.5 7 3.5 9v2.5h3V8.6h-3M13 5c-2 .5-3 2-3 4v2.5h3V8.6h-3" />
  </Icon>
);

export const ParaphrasedIcon = () => (
  <Icon>
    <path d="M2.5 4.5h11M2.5 8h11M2.5 11.5h6" />
  </Icon>
);

export const MixedIcon = () => (
  <Icon>
    <path d="M5.5 4C3.8 4.5 3 5.8 3 7.5V10h2.6V7.2H3M8.5 5.5h5M8.5 8.5h5M3 12.5h10.5" />
  </Icon>
);

export const HedgedIcon = () => (
  <Icon>
    <path d="M2 9.5c1.5-3 3.5-3 5-1.2s3.5 2 7-1.8" />
  </Icon>
);

export const DisputedIcon = () => (
  <Icon>
    <path d="M2 5.5h10M9.5 3 12 5.5 9.5 8M14 10.5H4M6.5 8 4 10.5 6.5 13" />
  </Icon>
);

export const UnconfirmedIcon = () => (
  <Icon>
    <path d="M8 14.2A6.2 6.2 0 1 0 8 1.8a6.2 6.2 0 0 0 0 12.4M6.2 6.3c.2-2.3 3.7-2 3.5.1-.1 1.3-1.7 1.3-1.7 2.7M8 11.5v.1" />
  </Icon>
);

export const ConfirmedIcon = () => (
  <Icon>
    <path d="m2.5 8.5 3.5 3.5 7.5-8" />
  </Icon>
);

export const CheckIcon = () => (
  <Icon>
    <path d="M7 12a5 5 0 1 0 0-10 5 5 0 0 0 0 10M10.7 10.7 14 14M5 7l1.5 1.5L9.2 5.7" />
  </Icon>
);

export const PersonIcon = () => (
  <Icon>
    <path d="M8 7.5a2.6 2.6 0 1 0 0-5.2 2.6 2.6 0 0 0 0 5.2M2.8 13.8c.4-3 2.4-4.3 5.2-4.3s4.8 1.3 5.2 4.3" />
  </Icon>
);

export const OrganisationIcon = () => (
  <Icon>
    <path d="M2.5 14V5.5L8 2l5.5 3.5V14M1.5 14h13M6 14v-3.5h4V14M5.5 7.5h.1M10.5 7.5h.1M8 7.5h.1" />
  </Icon>
);

export const PlaceIcon = () => (
  <Icon>
    <path d="M8 14.5S3 10 3 6.4a5 5 0 0 1 10 0C13 10 8 14.5 8 14.5M8 8a1.6 1.6 0 1 0 0-3.2A1.6 1.6 0 0 0 8 8" />
  </Icon>
);

export const BackIcon = () => (
  <Icon directional>
    <path d="M13.5 8h-11M7 3.5 2.5 8 7 12.5" />
  </Icon>
);

export const PreviousIcon = () => (
  <Icon directional>
    <path d="M10 3 5 8l5 5" />
  </Icon>
);

export const NextIcon = () => (
  <Icon directional>
    <path d="m6 3 5 5-5 5" />
  </Icon>
);

export const LinkIcon = () => (
  <Icon>
    <path d="M6.5 9.5a3 3 0 0 0 4.3 0l2.4-2.4a3 3 0 0 0-4.3-4.3L8 3.7M9.5 6.5a3 3 0 0 0-4.3 0L2.8 8.9a3 3 0 0 0 4.3 4.3l.9-.9" />
  </Icon>
);

export const CopyIcon = () => (
  <Icon>
    <path d="M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3" />
  </Icon>
);

export const CloseIcon = () => (
  <Icon>
    <path d="m3.5 3.5 9 9M12.5 3.5l-9 9" />
  </Icon>
);

export const PanelIcon = () => (
  <Icon directional>
    <path d="M2 3h12v10H2zM9.5 3v10" />
  </Icon>
);

export const UnfoldIcon = () => (
  <Icon>
    <path d="m4 6 4 4 4-4" />
  </Icon>
);

export const PageIcon = () => (
  <Icon>
    <path d="M3.5 1.5h6l3 3v10h-9zM9.5 1.5v3h3M6 8h4M6 11h4" />
  </Icon>
);

export const LockIcon = () => (
  <Icon>
    <path d="M3.5 7.5h9v6.5h-9zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5" />
  </Icon>
);

export const VerifyIcon = () => (
  <Icon>
    <path d="M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9M10.3 10.3 14 14" />
  </Icon>
);

export const AlertIcon = () => (
  <Icon>
    <path d="M8 2 1.5 13.5h13zM8 6.5v3.2M8 11.6v.1" />
  </Icon>
);
