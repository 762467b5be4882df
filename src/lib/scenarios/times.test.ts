// Firm files with times that cannot be.
import { refuses } from '../../../tests/support/firm-file';

const order = 'no earlier than the one above it, and no later than the lab opens, at +02:00:00';

refuses({
  'times that cannot be': [
    [
      'a time zone of no place',
      (start) => (start['timeZone'] = 'Mars/Olympus'),
      'timeZone',
      'a time zone such as Europe/London',
    ],
    [
      'a time zone that is an offset',
      (start) => (start['timeZone'] = '+02:00'),
      'timeZone',
      'a time zone such as Europe/London',
    ],
    [
      'a locale of no language',
      (start) => (start['locale'] = 'english'),
      'locale',
      'a language and country such as en-GB',
    ],
    ['a locale that is none', (start) => (start['locale'] = '--'), 'locale', 'a language and country such as en-GB'],
    [
      '30 February',
      (start) => (start.moments[0]!['startedAt'] = '2026-02-30T11:00:00Z'),
      'moments.0.startedAt',
      'a day and time from 2000 to 2099',
    ],
    [
      '29 February of no leap year',
      (start) => (start.moments[1]!['startedAt'] = '2100-02-29T11:00:00Z'),
      'moments.1.startedAt',
      'a day and time from 2000 to 2099',
    ],
    [
      '25 o’clock',
      (start) => (start.moments[0]!['startedAt'] = '2026-03-09T25:00:00Z'),
      'moments.0.startedAt',
      'a day and time from 2000 to 2099',
    ],
    [
      'a local time',
      (start) => (start.moments[0]!['startedAt'] = '2026-03-09 11:00'),
      'moments.0.startedAt',
      'a day and time in UTC, such as 2026-03-09T11:00:00Z',
    ],
    ['no moment at all', (start) => (start.moments = []), 'moments', 'at least one moment'],
    ['an act out of order', (start) => (start.opening[1]!['at'] = '+00:27:00'), 'opening.1.at', order],
    ['an act after the lab opens', (start) => (start.opening[5]!['at'] = '+02:00:01'), 'opening.5.at', order],
  ],
});
