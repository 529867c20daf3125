import { describe, expect, it } from 'vitest';
import { eventId, parseEventId } from '../../../../src/domain/log/event.ts';
import { eventSet } from '../../../../src/domain/log/event-set.ts';

describe('event ids', () => {
  it('read back what they were made of, whatever the device is called', () => {
    for (const d of ['a', '__proto__', 'constructor', 'x:y', '']) {
      expect(parseEventId(eventId({ d, n: 12 }))).toEqual({ d, n: 12 });
    }
  });

  it('are refused when they name no event', () => {
    for (const id of ['', 'a', 'a:', 'a:01', 'a:1e3', 'a:+1', 'a: 1', '5']) {
      expect(parseEventId(id), id).toBeUndefined();
    }
  });
});

describe('a set of event ids', () => {
  it('has what was added, by device and number', () => {
    const set = eventSet();
    expect(set.isEmpty()).toBe(true);
    set.add('a:1');
    expect(set.has({ d: 'a', n: 1 })).toBe(true);
    expect(set.has({ d: 'a', n: 2 })).toBe(false);
    expect(set.has({ d: 'b', n: 1 })).toBe(false);
    expect(set.isEmpty()).toBe(false);
  });

  it('notices an id added after its device was asked for', () => {
    const set = eventSet();
    expect(set.has({ d: 'a', n: 1 })).toBe(false);
    set.add('a:1');
    expect(set.has({ d: 'a', n: 1 })).toBe(true);
    set.add('a:2');
    expect(set.has({ d: 'a', n: 2 })).toBe(true);
    expect(set.has({ d: '__proto__', n: 1 })).toBe(false);
  });

  it('ignores what is no id', () => {
    const set = eventSet();
    set.add('a:01');
    set.add('');
    expect(set.isEmpty()).toBe(true);
  });
});
