// Firm files that are bad in their form: a key, a type, a size or a sign that may not stand where it does.
import { refuses, type FirmFile, type Item } from '../../../tests/support/firm-file';

const id = 'lower-case letters, digits and hyphens';
const some = 'some words';
const plain = 'plain words without < or >';
const unknown = 'no entry by this name: look at its spelling, or take it out';
const offset = 'hours, minutes and seconds after the beginning, such as +02:41:00';

refuses({
  'something missing': [
    ['no format', (start) => delete start['format'], 'format', /./],
    ['no people', (start) => delete (start as Partial<FirmFile>).people, 'people', /./],
    ['no support', (start) => delete (start as Partial<FirmFile>).support, 'support', /./],
    ["a firm's name", (start) => delete start.firms[1]!['name'], 'firms.1.name', /./],
    ["a person's firm", (start) => delete start.people[2]!['firm'], 'people.2.firm', /./],
    ['whether MFA is on', (start) => delete start.people[0]!['isMfaOn'], 'people.0.isMfaOn', /./],
    ['what was done', (start) => delete start.opening[0]!['does'], 'opening.0.does', /./],
    ['every firm', (start) => (start.firms = []), 'firms', 'at least one firm'],
  ],
  'a wrong type': [
    ['people as one object', (start) => (start['people'] = {} as never), 'people', 'a list [ … ]'],
    [
      'a name that is a number',
      (start) => (start.people[0]!['name'] = 7),
      'people.0.name',
      'a text in quotation marks',
    ],
    [
      'MFA as a word',
      (start) => (start.people[0]!['isMfaOn'] = 'yes'),
      'people.0.isMfaOn',
      'true or false, without quotation marks',
    ],
    ['devices as a word', (start) => (start.people[1]!['devices'] = 'phone'), 'people.1.devices', 'a list [ … ]'],
    ['a person that is null', (start) => (start.people[3] = null as never), 'people.3', 'a group { … }'],
    ['rights that are a list', (start) => (start.people[0]!['admin'] = ['staff']), 'people.0.admin', 'a group { … }'],
    [
      'a device of another kind',
      (start) => (start.people[0]!['devices'] = [{ label: 'Watch', kind: 'watch', isPaired: true }]),
      'people.0.devices.0.kind',
      'one of "phone", "tablet"',
    ],
    [
      'an act nobody can do',
      (start) => (start.opening[0]!['does'] = { type: 'dance' }),
      'opening.0.does.type',
      /submitPassword/,
    ],
  ],
  'an unknown key': [
    ['at the top', (start) => (start['colour'] = 'red'), 'colour', unknown],
    ['in a firm', (start) => (start.firms[0]!['colour'] = 'red'), 'firms.0.colour', unknown],
    ['in a person', (start) => (start.people[4]!['password'] = 'hunter2'), 'people.4.password', unknown],
    [
      'in rights',
      (start) => ((start.people[0]!['admin'] as Item)['isOwner'] = true),
      'people.0.admin.isOwner',
      unknown,
    ],
    [
      'in a device',
      (start) => ((start.people[0]!['devices'] as Item[])[0]!['number'] = 1),
      'people.0.devices.0.number',
      unknown,
    ],
    ['in the desks', (start) => (start.desks['support'] = 'sam'), 'desks.support', unknown],
    ['in an opening', (start) => (start.opening[0]!['why'] = 'so'), 'opening.0.why', unknown],
  ],
  'a value below or beyond what can be': [
    ['a format of another time', (start) => (start['format'] = 2), 'format', '1'],
    ['a negative format', (start) => (start['format'] = -1), 'format', '1'],
    ['a negative offset', (start) => (start.opening[0]!['at'] = '-00:28:00'), 'opening.0.at', offset],
    ['an offset of 61 minutes', (start) => (start.opening[0]!['at'] = '+00:61:00'), 'opening.0.at', offset],
    ['an offset of a thousand hours', (start) => (start['opensAfter'] = '+1000:00:00'), 'opensAfter', offset],
    [
      'a name of 401 letters',
      (start) => (start.people[0]!['name'] = 'x'.repeat(401)),
      'people.0.name',
      'at most 400 characters',
    ],
    ['an id of 65 letters', (start) => (start.firms[0]!['id'] = 'x'.repeat(65)), 'firms.0.id', id],
    [
      'an address of 201 letters',
      (start) => (start.people[0]!['email'] = `${'x'.repeat(192)}@a.example`),
      'people.0.email',
      'at most 200 characters',
    ],
  ],
  'markup, or signs that hide': [
    ['in the title', (start) => (start['title'] = '<b>Mine</b>'), 'title', plain],
    [
      'in the name of a firm',
      (start) => (start.firms[0]!['name'] = '<img src=x onerror=alert(1)>'),
      'firms.0.name',
      plain,
    ],
    ['in an address of a firm', (start) => (start.firms[0]!['address'] = '1 > 2'), 'firms.0.address', plain],
    ['in the name of a person', (start) => (start.people[0]!['name'] = '</script>'), 'people.0.name', plain],
    [
      'in the label of a device',
      (start) => ((start.people[0]!['devices'] as Item[])[0]!['label'] = '<i>'),
      'people.0.devices.0.label',
      plain,
    ],
    ['in the label of a moment', (start) => (start.moments[0]!['label'] = '<svg>'), 'moments.0.label', plain],
    ['in the name of support', (start) => (start.support['rep']!['name'] = '<a>'), 'support.rep.name', plain],
    [
      'a name that turns the text around',
      (start) => (start.people[0]!['name'] = 'Dana\u202Egpj'),
      'people.0.name',
      'words in one line, without invisible characters',
    ],
    [
      'a name in two lines',
      (start) => (start.people[0]!['name'] = 'Dana\nWhitlock'),
      'people.0.name',
      'words in one line, without invisible characters',
    ],
    ['a name of spaces', (start) => (start.people[0]!['name'] = '   '), 'people.0.name', some],
  ],
});
