import { expect, test } from 'vitest';
import { Play } from '../../../../tests/support/play';
import { password, recoveryCode } from '../../../../tests/support/portal';
import type { DomainEvent } from '../../domain/events';
import { toldOf } from '../../domain/views/told';
import { eventText } from './event-text';
import { TimeText } from './time-text';

const TIME = new TimeText('America/New_York', 'en');

function told({ world }: Play, events: readonly DomainEvent[]): readonly string[] {
  return events.map((event) => eventText(world, TIME, toldOf(world, event)));
}

// Regression: what somebody had saved themselves was called a code like one that an admin issues.
test('a recovery code is told apart from a code that was issued', () => {
  const portal = new Play({ product: 'portal' });
  password(portal, 'dana');
  const recovered = told(portal, recoveryCode(portal, 'dana'));
  expect(recovered).toContain("Dana Whitlock's recovery code is used up");
  const onvio = new Play();
  onvio.issue('dana');
  expect(told(onvio, onvio.signInByCode('dana'))).toContain('Dana Whitlock is in, with a code');
});
