// What players do: every act with how often it is drawn. A new thing to ask for is a new act, and a line in `acts/played.ts`.
import { again, fumble, signIn } from './acts/sign-in';
import { own, setUp } from './acts/own';
import { enforce, lab } from './acts/policy';
import { administer, answer, support } from './acts/support';
import { moveTime } from './acts/time';
import type { Stage } from './stage';

type Act = (stage: Stage) => Promise<void>;

/** Every act, with how often it is drawn beside the others. */
export const ACTS: readonly (readonly [times: number, act: Act])[] = [
  [6, moveTime],
  [6, signIn],
  [9, own],
  [2, fumble],
  [2, again],
  [3, setUp],
  [4, administer],
  [2, support],
  [1, answer],
  [1, enforce],
  [2, lab],
];
