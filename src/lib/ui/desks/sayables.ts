// What a rep can ask and say on a call in this product, in the groups in which the phone offers it.
import { isAskable, isSayable } from '../../domain/deciders/calls';
import { isDisclosure } from '../../domain/support-request';
import type { World } from '../../domain/world';
import type { Shown, ShownOf } from '../screen/screen.svelte';

export type Sayable = ShownOf<'question' | 'saying'>;

export interface Sayables {
  /** Every line of the product, so that what was said before a rule was switched still has its words. */
  readonly all: readonly Sayable[];
  readonly groups: readonly { readonly name: string; readonly title: string; readonly nodes: readonly Sayable[] }[];
}

export function sayablesOf(world: World, nodes: readonly Shown[]): Sayables {
  const all = nodes.flatMap(({ id, node }): readonly Sayable[] =>
    node.kind === 'question' || node.kind === 'saying' ? [{ id, node }] : [],
  );
  const offered = all.filter(({ node }) =>
    node.kind === 'question' ? isAskable(world, node.asks) : isSayable(world, node.says),
  );
  const isReadOut = ({ node }: Sayable): boolean => node.kind === 'saying' && isDisclosure(node.says);
  return {
    all,
    groups: [
      { name: 'Ask', title: 'Ask the caller', nodes: offered.filter(({ node }) => node.kind === 'question') },
      {
        name: 'Say',
        title: 'Say to the caller',
        nodes: offered.filter((each) => each.node.kind === 'saying' && !isReadOut(each)),
      },
      { name: 'Read out', title: 'Read out what is on file: a disclosure', nodes: offered.filter(isReadOut) },
    ],
  };
}
