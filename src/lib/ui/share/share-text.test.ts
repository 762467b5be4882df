import { expect, test } from 'vitest';
import { isOfThisComputer } from './share-text';

test('an address of one’s own computer leads nobody else here', () => {
  for (const host of ['localhost:4173', '127.0.0.1', '127.9.9.9:80', '[::1]:4173', 'lab.localhost'])
    expect(isOfThisComputer(`http://${host}/lab/#r=1`), host).toBe(true);
  for (const host of ['lab.example', '128.0.0.1', 'localhost.example', '192.168.0.7:4173'])
    expect(isOfThisComputer(`http://${host}/lab/#r=1`), host).toBe(false);
});
