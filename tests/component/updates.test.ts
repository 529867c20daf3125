import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { registerUpdates, type UpdateHost } from '../../src/app/updates.ts';

/** Only what the browser does at these moments; that it really does so is shown in tests/e2e. */
class FakeWorker extends EventTarget {
  state: ServiceWorkerState = 'installing';
  readonly messages: unknown[] = [];
  postMessage(message: unknown): void {
    this.messages.push(message);
  }
  become(state: ServiceWorkerState): void {
    this.state = state;
    this.dispatchEvent(new Event('statechange'));
  }
}

class FakeRegistration extends EventTarget {
  installing: FakeWorker | null = null;
  waiting: FakeWorker | null = null;
  active: FakeWorker | null = null;
  readonly update = vi.fn(() => Promise.resolve());
  find(): FakeWorker {
    this.installing = new FakeWorker();
    this.dispatchEvent(new Event('updatefound'));
    return this.installing;
  }
  /** What the browser does when a found worker has stored its files. */
  install(): FakeWorker {
    const worker = this.find();
    this.waiting = worker;
    this.installing = null;
    worker.become('installed');
    return worker;
  }
}

class FakeContainer extends EventTarget {
  controller: FakeWorker | null = null;
  readonly registration = new FakeRegistration();
  readonly register = vi.fn(() => Promise.resolve(this.registration));
  change(): void {
    this.controller = new FakeWorker();
    this.dispatchEvent(new Event('controllerchange'));
  }
}

let container: FakeContainer;
let reload: ReturnType<typeof vi.fn<() => void>>;
let clock: number;
let mayReload: boolean;
let ready: number;
let offlineReady: number;

const start = async () => {
  const host: UpdateHost = {
    serviceWorker: container as unknown as ServiceWorkerContainer,
    register: async () => (await container.register()) as unknown as ServiceWorkerRegistration,
    reload,
    now: () => clock,
  };
  const updates = registerUpdates(
    {
      onUpdateReady: () => (ready += 1),
      onOfflineReady: () => (offlineReady += 1),
      canReload: () => mayReload,
    },
    host,
  );
  window.dispatchEvent(new Event('load'));
  await vi.waitFor(() => {
    expect(container.register).toHaveBeenCalledOnce();
  });
  await Promise.resolve();
  return updates;
};

/** Each test is a page of its own: the listeners of the one before must not answer for it. */
const listening: (() => void)[] = [];

const recordListeners = (target: EventTarget): void => {
  const add = target.addEventListener.bind(target);
  vi.spyOn(target, 'addEventListener').mockImplementation((type, listener, options) => {
    add(type, listener, options);
    listening.push(() => {
      target.removeEventListener(type, listener);
    });
  });
};

beforeEach(() => {
  recordListeners(window);
  recordListeners(document);
  container = new FakeContainer();
  reload = vi.fn<() => void>();
  clock = 1_000_000;
  mayReload = true;
  ready = 0;
  offlineReady = 0;
  sessionStorage.clear();
});

afterEach(() => {
  for (const stop of listening.splice(0)) stop();
  vi.restoreAllMocks();
});

/** A page that an earlier version controls already. */
const controlled = (): void => {
  container.controller = new FakeWorker();
  container.registration.active = container.controller;
};

describe('first visit', () => {
  it('reports that the app works offline, and never an update', async () => {
    await start();
    container.registration.install();
    expect({ ready, offlineReady }).toEqual({ ready: 0, offlineReady: 1 });
  });

  it('does not reload when the first worker takes control', async () => {
    await start();
    container.registration.install();
    container.change();
    expect(reload).not.toHaveBeenCalled();
  });

  it('updates in the first session too, without a controller (vite-plugin-pwa #789)', async () => {
    container.registration.active = new FakeWorker();
    const updates = await start();
    const worker = container.registration.install();
    expect(ready).toBe(1);
    updates.accept();
    expect(worker.messages).toEqual([{ type: 'SKIP_WAITING' }]);
    worker.become('activated');
    expect(reload).toHaveBeenCalledOnce();
  });
});

describe('a later version', () => {
  it('is offered when it was waiting before the page opened', async () => {
    controlled();
    container.registration.waiting = new FakeWorker();
    await start();
    expect(ready).toBe(1);
  });

  it('takes over only when accepted', async () => {
    controlled();
    await start();
    const worker = container.registration.install();
    expect(worker.messages).toEqual([]);
    expect(reload).not.toHaveBeenCalled();
  });

  it('reloads a tab that did not ask when another tab accepted, once', async () => {
    controlled();
    await start();
    container.change();
    container.change();
    expect(reload).toHaveBeenCalledOnce();
  });

  it('waits for the end of an answer', async () => {
    controlled();
    const updates = await start();
    mayReload = false;
    container.change();
    updates.poke();
    expect(reload).not.toHaveBeenCalled();
    mayReload = true;
    updates.poke();
    expect(reload).toHaveBeenCalledOnce();
  });

  it('waits in the tab that accepted, too', async () => {
    controlled();
    const updates = await start();
    const worker = container.registration.install();
    mayReload = false;
    updates.accept();
    worker.become('activated');
    expect(reload).not.toHaveBeenCalled();
    mayReload = true;
    document.dispatchEvent(new Event('visibilitychange'));
    expect(reload).toHaveBeenCalledOnce();
  });
});

describe('checks', () => {
  it('looks when the page becomes visible, at most once a minute', async () => {
    controlled();
    await start();
    const { update } = container.registration;
    document.dispatchEvent(new Event('visibilitychange'));
    expect(update).not.toHaveBeenCalled();
    clock += 60_000;
    document.dispatchEvent(new Event('visibilitychange'));
    document.dispatchEvent(new Event('visibilitychange'));
    expect(update).toHaveBeenCalledOnce();
  });

  it('survives a server that cannot be reached', async () => {
    controlled();
    const updates = await start();
    container.registration.update.mockRejectedValueOnce(new TypeError('Failed to fetch'));
    updates.check();
    await Promise.resolve();
    expect(reload).not.toHaveBeenCalled();
  });
});

describe('a chunk that is gone', () => {
  const fail = (): Event => {
    const event = new Event('vite:preloadError', { cancelable: true });
    window.dispatchEvent(event);
    return event;
  };

  it('brings one reload for this build, then the error', async () => {
    await start();
    expect(fail().defaultPrevented).toBe(true);
    expect(reload).toHaveBeenCalledOnce();
    // As after that reload: a new page, the same session.
    for (const stop of listening.splice(0)) stop();
    container = new FakeContainer();
    await start();
    expect(fail().defaultPrevented).toBe(false);
    expect(reload).toHaveBeenCalledOnce();
  });

  it('never in the middle of an answer', async () => {
    await start();
    mayReload = false;
    expect(fail().defaultPrevented).toBe(false);
    expect(reload).not.toHaveBeenCalled();
  });
});
