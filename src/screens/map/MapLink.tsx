/**
 * A link to a place on the map. Not the router's `A`: that looks at the path alone and would call every one of these the
 * current page.
 */
import { useHref } from '@solidjs/router';
import { splitProps, type JSX } from 'solid-js';
import type { Stage, Track } from '../../domain/curriculum/types.ts';
import { mapAddress } from './place.ts';

export interface MapLinkProps extends Omit<JSX.AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  readonly stage?: Stage | undefined;
  readonly track?: Track | undefined;
}

export const MapLink = (props: MapLinkProps): JSX.Element => {
  const [own, rest] = splitProps(props, ['stage', 'track', 'children']);
  const href = useHref(() => mapAddress(own.stage, own.track));
  return (
    <a {...rest} href={href()}>
      {own.children}
    </a>
  );
};
