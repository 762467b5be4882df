// Firm files that are bad in what they say of people: who is there, twice or not at all, with which rights and addresses.
import { refuses, type Item } from '../../../tests/support/firm-file';

const address = 'an address in lower case that ends in .example';
const domain = 'a domain in lower case that ends in .example';
const somebody = 'the id of somebody in `people`';

refuses({
  'a dangling id': [
    ['of a firm', (start) => (start.people[5]!['firm'] = 'nowhere'), 'people.5.firm', 'the id of a firm in `firms`'],
    [
      "at the admin's desk",
      (start) => (start.desks['admin'] = 'nobody'),
      'desks.admin',
      'the id of an admin in `people`',
    ],
    [
      "of no admin at the admin's desk",
      (start) => (start.desks['admin'] = 'dana'),
      'desks.admin',
      'the id of an admin in `people`',
    ],
    ["at the user's desk", (start) => (start.desks['user'] = 'nobody'), 'desks.user', somebody],
    ['in the opening', (start) => (start.opening[0]!['person'] = 'nobody'), 'opening.0.person', somebody],
    ['in the opening, of support', (start) => (start.opening[5]!['person'] = 'sam'), 'opening.5.person', somebody],
    [
      'of a device that nobody has',
      (start) => (start.people[2]!['devices'] = []),
      'opening.4.does',
      'somebody who has one',
    ],
  ],
  'the same twice': [
    ['id of a person', (start) => (start.people[7]!['id'] = 'priya'), 'people.7.id', 'another one than at people.0.id'],
    ['id of a firm', (start) => (start.firms[2]!['id'] = 'birch-lowe'), 'firms.2.id', 'another one than at firms.0.id'],
    [
      'id of a moment',
      (start) => (start.moments[1]!['id'] = 'monday'),
      'moments.1.id',
      'another one than at moments.0.id',
    ],
    [
      'address',
      (start) => (start.people[8]!['email'] = 'dana@birchlowe.example'),
      'people.8.email',
      'another one than at people.2.email',
    ],
    [
      'id in support',
      (start) => (start.support['portalTech']!['id'] = 'sam'),
      'support.portalTech.id',
      'another one than at support.rep.id',
    ],
    [
      'area of rights',
      (start) => ((start.people[0]!['admin'] as Item)['areas'] = ['staff', 'staff']),
      'people.0.admin.areas',
      'staff, clients, or each once',
    ],
  ],
  'rights that no firm can have': [
    [
      'no primary admin',
      (start) => ((start.people[0]!['admin'] as Item)['isPrimary'] = false),
      'firms.0',
      'one primary admin at Birch & Lowe',
    ],
    [
      'two primary admins',
      (start) => ((start.people[1]!['admin'] as Item)['isPrimary'] = true),
      'firms.0',
      'one primary admin at Birch & Lowe',
    ],
    [
      'a firm without anybody',
      (start) => start.firms.push({ id: 'empty', name: 'Empty', domain: 'empty.example', address: '1' }),
      'firms.3',
      'one primary admin at Empty',
    ],
    [
      'an admin of nothing',
      (start) => ((start.people[0]!['admin'] as Item)['areas'] = []),
      'people.0.admin.areas',
      'staff, clients, or each once',
    ],
    [
      'a client who is an admin',
      (start) => (start.people[5]!['admin'] = { isPrimary: false, areas: ['clients'] }),
      'people.5.admin',
      'an admin who is staff',
    ],
  ],
  'an address that could be somebody’s': [
    ['of a company', (start) => (start.people[0]!['email'] = 'priya@birchlowe.com'), 'people.0.email', address],
    ['without a domain', (start) => (start.people[0]!['email'] = 'priya'), 'people.0.email', address],
    [
      'that only begins with example',
      (start) => (start.people[0]!['email'] = 'priya@firm.example.com'),
      'people.0.email',
      address,
    ],
    ['in capitals', (start) => (start.people[0]!['email'] = 'Priya@birchlowe.example'), 'people.0.email', address],
    [
      'with something behind it',
      (start) => (start.people[0]!['email'] = 'priya@birchlowe.example, x@y.com'),
      'people.0.email',
      address,
    ],
    ['as the domain of a firm', (start) => (start.firms[0]!['domain'] = 'birchlowe.com'), 'firms.0.domain', domain],
    [
      'as a link for a domain',
      (start) => (start.firms[0]!['domain'] = 'web://birchlowe.example'),
      'firms.0.domain',
      domain,
    ],
  ],
});
