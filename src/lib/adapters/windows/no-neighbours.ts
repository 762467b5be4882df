// No other windows: for a lab whose run is in memory, which no other could see.
import type { Neighbours } from '../../ports';

export const noNeighbours: Neighbours = { window: 'only', tell: () => undefined, listen: () => () => undefined };
