/**
 * A link on the map. Not the router's `A`: that looks at the path alone and would call every place on the map the current
 * page; and asking itself whether it is takes a while where there are thousands.
 */
import { useHref } from '@solidjs/router';
import { splitProps, type JSX } from 'solid-js';
import type { Stage, Track } from '../../domain/curriculum/types.ts';
import { useMap } from './map-state.ts';
import { mapAddress } from './place.ts';

export interface MapLinkProps extends Omit<JSX.AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  readonly stage?: Stage | undefined;
  readonly track?: Track | undefined;
  /** Leads off the map, to an address of the app. */
  readonly to?: string;
}

/** To a place on the map, which goes on to show what it shows. */
export const MapLink = (props: MapLinkProps): JSX.Element => {
  const [own, rest] = splitProps(props, ['stage', 'track', 'to', 'children']);
  const map = useMap();
  const href = useHref(() => own.to ?? mapAddress(own.stage, own.track, map));
  return (
    <a {...rest} href={href()}>
      {own.children}
    </a>
  );
};
